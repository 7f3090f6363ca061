package dev.feedforward.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.Caller;
import dev.feedforward.FeedforwardTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What those are told who wait for a job: a status below 400 means that nothing that was expected is missing. */
@FeedforwardTest
class WaitingTests extends TrainingCalls {

    private static final String LONG = "'training': {'iterations': 1000000000}";
    private static final String EXPECT = "'expect': {'costBelow': 0.01}";

    @AfterEach
    void endTrainings() throws Exception {
        for (JsonNode job : get("/jobs").get("items")) {
            if (job.get("finishedAt") == null) {
                caller.post(job.get("links").get("self").asString() + "/cancel", "");
            }
        }
    }

    @Test
    void isNoSuccessWhileWhatIsExpectedIsUndecided() throws Exception {
        HttpResponse<String> answer = start("/train?wait=1", LONG + ", " + EXPECT);

        JsonNode problem = Caller.json(answer);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(problem.get("type").asString()).isEqualTo("/problems/expectation-undecided");
        assertThat(problem.get("status").asInt()).isEqualTo(409);
        String path = problem.get("job").get("links").get("self").asString();
        assertThat(answer.headers().firstValue("Location")).contains(path);
        assertThat(problem.get("instance").asString()).isEqualTo(path);
        assertThat(problem.get("action").asString())
                .isEqualTo(
                        "Wait on: curl -sS --fail-with-body 'http://localhost:" + caller.port() + path + "?wait=60'");
        assertThat(caller.get(path + "?wait=0").statusCode()).isEqualTo(409);
        assertThat(caller.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void isAcceptedWhileNothingIsExpected() throws Exception {
        HttpResponse<String> answer = start("/train?wait=0", LONG);

        assertThat(answer.statusCode()).isEqualTo(202);
        String path = Caller.json(answer).get("links").get("self").asString();
        assertThat(caller.get(path + "?wait=0").statusCode()).isEqualTo(202);
        assertThat(caller.get(path + "?wait=0").headers().firstValue("Retry-After"))
                .contains("1");
    }

    @Test
    void isAcceptedWhereNobodyWaitsWhateverIsExpected() throws Exception {
        assertThat(start("/train", LONG + ", " + EXPECT).statusCode()).isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?wait=60", "?wait", "?wait="})
    void waitsForAJobThatWasStartedBefore(String wait) throws Exception {
        HttpResponse<String> started = start("/train", EXPECT);

        HttpResponse<String> answer =
                caller.get(started.headers().firstValue("Location").orElseThrow() + wait);

        assertThat(ok(answer).get("status").asString()).isEqualTo("succeeded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?wait", "?wait="})
    void waitsForTheJobThatIsStartedWithoutANumber(String wait) throws Exception {
        assertThat(ok(start("/train" + wait, EXPECT)).get("status").asString()).isEqualTo("succeeded");
        assertThat(ok(caller.send(caller.to("/train" + wait + "&name=waited&preset=regressor&epochs=1")
                                .header("Content-Type", "text/csv")
                                .POST(BodyPublishers.ofString("a,b\n1,2\n2,3\n3,4\n4,5\n5,6\n"))))
                        .get("status")
                        .asString())
                .isEqualTo("succeeded");
    }

    @Test
    void waitsByPreferenceForAJobThatFails() throws Exception {
        HttpResponse<String> started = start("/train", "'training': {'iterations': 10}, " + EXPECT);
        String path = started.headers().firstValue("Location").orElseThrow();

        HttpResponse<String> answer = caller.send(caller.to(path).header("Prefer", "wait=60"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Preference-Applied")).contains("wait=60");
        assertThat(Caller.json(answer).get("type").asString()).isEqualTo("/problems/expectation-not-met");
        assertThat(Caller.json(answer).get("job").get("status").asString()).isEqualTo("failed");
        assertThat(caller.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void isNoSuccessWhereTheJobWasCancelledBeforeItWasDecided() throws Exception {
        String expecting = path(start("/train", LONG + ", " + EXPECT));
        String plain = path(start("/train", LONG));
        caller.post(expecting + "/cancel", "");
        caller.post(plain + "/cancel", "");

        HttpResponse<String> answer = caller.get(expecting + "?wait=60");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Caller.json(answer).get("detail").asString()).contains("cancelled", "never decided");
        assertThat(Caller.json(answer).get("action").asString()).isEqualTo("Send the request again.");
        assertThat(get(plain + "?wait=60").get("status").asString()).isEqualTo("cancelled");
    }

    @Test
    void saysHowAPausedJobGoesOn() throws Exception {
        String path = path(start("/train", LONG + ", " + EXPECT));
        caller.post(path + "/pause", "");

        JsonNode problem = Caller.json(caller.get(path + "?wait=0"));

        assertThat(problem.get("action").asString())
                .endsWith("curl -X POST http://localhost:" + caller.port() + path + "/resume");
    }

    @Test
    void answersARepeatedRequestAlike() throws Exception {
        String body = ("{'name': 'again', " + LONG + ", " + EXPECT + "}").replace('\'', '"');
        assertThat(keyed(body).statusCode()).isEqualTo(409);

        HttpResponse<String> second = keyed(body);

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(Caller.json(second).get("type").asString()).isEqualTo("/problems/expectation-undecided");
    }

    @Test
    void findsNoJobToWaitFor() throws Exception {
        assertThat(caller.get("/jobs/999999?wait=60").statusCode()).isEqualTo(404);
        assertThat(caller.get("/jobs/999999?wait=601").statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> start(String path, String fields) throws Exception {
        return caller.post(path, ("{'name': 'waited', " + fields + "}").replace('\'', '"'));
    }

    private static String path(HttpResponse<String> started) {
        return started.headers().firstValue("Location").orElseThrow();
    }

    private HttpResponse<String> keyed(String body) throws Exception {
        return caller.send(caller.to("/train?wait=0")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "waiting")
                .POST(BodyPublishers.ofString(body)));
    }

    @Test
    void refusesAFormatThatThereIsNotBeforeItWaits() throws Exception {
        HttpResponse<String> training = caller.post("/train", "{\"training\": {\"iterations\": 1000000000}}");
        String job = "/jobs/" + Caller.json(training).get("id").asLong();

        HttpResponse<String> answer = caller.send(
                caller.to(job + "?wait=600").header("Accept", "text/csv").timeout(Duration.ofSeconds(60)));

        assertThat(answer.statusCode()).isEqualTo(406);
    }
}
