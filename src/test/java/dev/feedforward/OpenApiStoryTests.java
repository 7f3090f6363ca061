package dev.feedforward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.OpenApiDocument.Operation;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import tools.jackson.databind.JsonNode;

/** Does what the OpenAPI document shows, in its order, on a service where nothing has been done before. */
@FeedforwardTest
@DirtiesContext(classMode = ClassMode.BEFORE_EACH_TEST_METHOD)
class OpenApiStoryTests {

    /** A file's name says of which model or job it is, and what is in it. */
    private static final String FILE =
            "(inline|attachment); filename=\"(job-\\d+|jobs(-\\d+)+|[a-z]+-\\d+)(-[a-z]+)*\\.[a-z]+\"";

    @Autowired
    private Caller caller;

    private OpenApiDocument document;
    private OpenApiJudge judge;
    private boolean isBusy;

    @BeforeEach
    void readDocument() throws Exception {
        document = new OpenApiDocument(Caller.json(caller.get("/v3/api-docs")));
        judge = new OpenApiJudge(document);
    }

    @Test
    void listsTheCallsInTheOrderOfTheirTags() {
        List<String> tags = document.operations().stream()
                .map(operation -> operation.json().at("/tags/0").asString())
                .toList();

        assertThat(tags)
                .isSortedAccordingTo((a, b) -> Integer.compare(
                        document.tags().indexOf(a), document.tags().indexOf(b)));
    }

    @Test
    void listsTheCallsInTheOrderInWhichTheyAreUsed() {
        assertThat(document.operations().stream().map(Operation::id))
                .startsWith("train")
                .containsSubsequence("listDatasets", "putDataset", "getDataset", "deleteDataset")
                .containsSubsequence("listJobs", "getJob", "watchJob", "getCost", "compareJobs")
                .containsSubsequence("pauseJob", "resumeJob", "cancelJob")
                .containsSubsequence("listModels", "getModel", "evaluate");
    }

    /** Every example of a request, and every form that a read can be answered in. */
    @Test
    void runsEveryExampleInTheOrderOfTheDocument() throws Exception {
        for (Operation operation : document.operations()) {
            JsonNode bodies = operation.json().path("requestBody").path("content");
            if (bodies.isMissingNode()) {
                runWithoutBody(operation);
            }
            for (var body : bodies.properties()) {
                assertThat(body.getValue().has("examples") || body.getKey().endsWith("gzip"))
                        .as("examples of %s as %s", operation, body.getKey())
                        .isTrue();
                for (JsonNode example : body.getValue().path("examples")) {
                    JsonNode value = example.get("value");
                    run(
                            operation,
                            caller.to(operation.example()).header("Content-Type", body.getKey()),
                            BodyPublishers.ofString(value.isString() ? value.asString() : value.toString()));
                }
            }
        }

        assertReadsAreLeftWhole();
    }

    /** What the examples delete is nothing that those of a read need, but for the data set that one uploads. */
    private void assertReadsAreLeftWhole() throws Exception {
        for (Operation operation : document.operations()) {
            if ("GET".equals(operation.method()) && !"getDataset".equals(operation.id())) {
                judge.check(operation, caller.get(operation.example()), 200);
            }
        }
    }

    private void runWithoutBody(Operation operation) throws Exception {
        if (!"GET".equals(operation.method())) {
            run(operation, caller.to(operation.example()), BodyPublishers.noBody());
            return;
        }
        for (String form : operation.response(200).get("content").propertyNames()) {
            HttpRequest.Builder request = caller.to(operation.example()).header("Accept", form);
            HttpResponse<String> answer = run(operation, request, BodyPublishers.noBody());
            assertThat(OpenApiJudge.type(answer))
                    .as("%s as %s", operation, form)
                    .isEqualTo(form);
            if (!List.of(MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_EVENT_STREAM_VALUE)
                    .contains(form)) {
                assertThat(answer.headers().firstValue("Content-Disposition"))
                        .as("file of " + operation + " as " + form)
                        .hasValueSatisfying(file -> assertThat(file).matches(FILE));
            }
        }
    }

    private HttpResponse<String> run(Operation operation, HttpRequest.Builder request, BodyPublisher body)
            throws Exception {
        HttpResponse<String> answer = caller.send(request.method(operation.method(), body));

        assertThat(answer.statusCode()).as("%s: %s", operation, answer.body()).isBetween(200, 299);
        judge.check(operation, answer);
        if (answer.statusCode() == 202) {
            waitForEnd(Caller.json(answer));
        }
        return answer;
    }

    /** On a slow machine; what is trained is asked for later. Behind the long training nothing ends. */
    private void waitForEnd(JsonNode job) throws Exception {
        isBusy |= "long".equals(job.at("/model/name").asString());
        if (!isBusy) {
            assertThat(caller.get(job.at("/links/events").asString()).body()).contains("event:done");
        }
    }
}
