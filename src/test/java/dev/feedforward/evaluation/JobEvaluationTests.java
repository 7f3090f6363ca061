package dev.feedforward.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.feedforward.Caller;
import dev.feedforward.FeedforwardTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** How good networks are while they are trained, over HTTP. */
@FeedforwardTest
class JobEvaluationTests {

    private static final String LONG = "'training': {'iterations': 1000000000, 'recordEvery': 1000000}";

    @Autowired
    private Caller caller;

    private long job;

    @AfterEach
    void cancel() throws Exception {
        caller.post("/jobs/" + job + "/cancel", "");
    }

    @Test
    void judgesTheNetworkOfAJobInTraining() throws Exception {
        job = start("{'name': 'judged', " + LONG + "}");
        await().until(() -> evaluation("").path("iteration").asLong() > 1_000);

        JsonNode now = evaluation("");
        assertThat(now.get("model").get("version").asInt()).isZero();
        assertThat(now.get("job").asLong()).isEqualTo(job);
        assertThat(now.get("of").asString()).isEqualTo("test");
        assertThat(now.get("confusion").toString()).isEqualTo("[[2,0],[0,2]]");
        assertThat(evaluation("?rows=training").get("rows").asInt()).isEqualTo(5);
        assertThat(caller.get(path("?format=svg")).body()).startsWith("<svg").contains("judged in training");
    }

    @Test
    void judgesByTheTrainingRowsWhereThereAreNoOthers() throws Exception {
        job = start("{'name': 'untested', 'dataset': 'xor', " + LONG + "}");

        assertThat(evaluation("").get("of").asString()).isEqualTo("training");
        assertThat(refused("?rows=test", 409)).contains("without rows to test with");
        assertThat(refused("?rows=all", 400)).contains("names no data set");
    }

    @Test
    void judgesTheModelOfAJobThatHasEnded() throws Exception {
        JsonNode trained = Caller.json(caller.post("/train?wait=60", "{\"name\": \"ended-and-judged\"}"));
        job = trained.get("id").asLong();

        JsonNode evaluation = evaluation("");
        assertThat(evaluation)
                .isEqualTo(Caller.json(
                        caller.get(trained.get("links").get("evaluation").asString())));
        assertThat(evaluation.has("job")).isFalse();
    }

    @Test
    void saysWhatIsWrongWithTheJob() throws Exception {
        job = start("{'name': 'dropped', " + LONG + "}");
        caller.post("/jobs/" + job + "/cancel", "");

        assertThat(refused("", 409)).contains("left no model");
        assertThat(caller.get("/jobs/99999999/evaluation").statusCode()).isEqualTo(404);
    }

    private long start(String body) throws Exception {
        return Caller.json(caller.post("/train", body.replace('\'', '"')))
                .get("id")
                .asLong();
    }

    private String path(String query) {
        return "/jobs/" + job + "/evaluation" + query;
    }

    private JsonNode evaluation(String query) throws Exception {
        HttpResponse<String> answer = caller.get(path(query));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Caller.json(answer);
    }

    private String refused(String query, int status) throws Exception {
        HttpResponse<String> answer = caller.get(path(query));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return Caller.json(answer).get("detail").asString();
    }
}
