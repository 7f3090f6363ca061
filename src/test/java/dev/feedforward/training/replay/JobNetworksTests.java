package dev.feedforward.training.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.feedforward.Caller;
import dev.feedforward.FeedforwardTest;
import dev.feedforward.training.TrainingCalls;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Networks asked by their job and by their iteration, over HTTP. */
@FeedforwardTest
class JobNetworksTests extends TrainingCalls {

    private static final String LONG = "'training': {'iterations': 1000000000, 'recordEvery': 1000000}";

    private long running;

    @AfterEach
    void cancel() throws Exception {
        if (running != 0) {
            caller.post("/jobs/" + running + "/cancel", "");
        }
    }

    @Test
    void answersTheIterationsThatTheTrainingWentThrough() throws Exception {
        train("{'name': 'past-short', 'training': {'iterations': 500}}");
        train("{'name': 'past'}");

        JsonNode stopped = get("/predict?bits=0110&model=past-short");
        JsonNode past = get("/predict?bits=0110&model=past&iteration=500");
        JsonNode first = get("/predict?bits=0110&model=past&version=1&iteration=0");

        assertThat(past.get("outputs")).isEqualTo(stopped.get("outputs"));
        assertThat(past.get("model"))
                .isEqualTo(get("/predict?bits=0110&model=past").get("model"));
        assertThat(past.get("iteration").asLong()).isEqualTo(500);
        assertThat(past.has("job")).isFalse();
        assertThat(first.get("outputs").get(0).asDouble())
                .isNotEqualTo(past.get("outputs").get(0).asDouble());
        assertThat(get("/predict?bits=0110&model=past&iteration=10000").get("outputs"))
                .isEqualTo(get("/predict?bits=0110&model=past").get("outputs"));
        assertThat(get("/truth-table?model=past&iteration=0").get("patterns").asInt())
                .isEqualTo(16);
    }

    @Test
    void answersTheModelOfAJobThatHasEnded() throws Exception {
        long job = train("{'name': 'ended'}").get("id").asLong();

        JsonNode answer = get("/predict?bits=0110&job=" + job);

        assertThat(answer.get("model").get("version").asInt()).isEqualTo(1);
        assertThat(answer.get("job").asLong()).isEqualTo(job);
        assertThat(answer.has("iteration")).isFalse();
        assertThat(get("/predict?bits=0110&iteration=7&job=" + job)
                        .get("iteration")
                        .asLong())
                .isEqualTo(7);
    }

    @Test
    void answersTheNetworkOfARunningAndOfAPausedJob() throws Exception {
        running = start("{'name': 'live', " + LONG + "}");
        await().until(() -> iteration("/predict?bits=0110&job=" + running) > 1_000);

        JsonNode live = get("/predict?bits=0110&job=" + running);
        assertThat(live.get("model").get("name").asString()).isEqualTo("live");
        assertThat(live.get("model").get("version").asInt()).isZero();
        assertThat(live.get("seenInTraining").asBoolean()).isFalse();
        assertThat(get("/predict?bits=0111&job=" + running)
                        .get("seenInTraining")
                        .asBoolean())
                .isTrue();
        long seen = live.get("iteration").asLong();
        await().until(() -> iteration("/predict?bits=0110&job=" + running) > seen);

        caller.post("/jobs/" + running + "/pause", "");
        await().until(() -> "paused".equals(status()) && reached() == iteration("/predict?bits=0110&job=" + running));
        JsonNode paused = get("/predict?bits=0110&job=" + running);
        assertThat(paused.get("outputs").get(0).asDouble()).isBetween(0.9, 1.0);
        assertThat(get("/truth-table?rule=.11.&job=" + running).get("agreeing").asInt())
                .isEqualTo(12);

        caller.post("/jobs/" + running + "/resume", "");
        long before = paused.get("iteration").asLong();
        await().until(() -> iteration("/predict?bits=0110&job=" + running) > before);
    }

    @Test
    void leavesAJobAloneWhereNobodyCouldReadTheAnswer() throws Exception {
        running = start("{'name': 'left-alone', " + LONG + "}");

        for (String change : List.of("pause", "resume", "cancel")) {
            HttpResponse<String> answer = caller.send(caller.to("/jobs/" + running + "/" + change)
                    .header("Accept", "image/png")
                    .POST(BodyPublishers.noBody()));
            assertThat(answer.statusCode()).as(change).isEqualTo(406);
        }

        assertThat(status()).isIn("queued", "running");
    }

    @Test
    void answersManyRowsOfARunningJob() throws Exception {
        running = start("{'name': 'live-rows', " + LONG + "}");
        await().until(() -> "running".equals(status()));

        HttpResponse<String> answer = caller.post("/predict?job=" + running, "{\"inputs\": [\"0110\"]}");

        assertThat(ok(answer).get("items")).hasSize(1);
        assertThat(Caller.json(answer).get("iteration").asLong()).isNotNegative();
        assertThat(Caller.json(answer).get("job").asLong()).isEqualTo(running);
    }

    @Test
    void answersTheFirstWeightsOfAJobThatWaits() throws Exception {
        running = start("{'name': 'ahead', " + LONG + "}");
        long waiting = start("{'name': 'waits'}");
        long third = start("{'name': 'waits-too'}");
        caller.post("/jobs/" + third + "/pause", "");
        caller.post("/jobs/" + running + "/cancel", "");
        await().until(() ->
                "succeeded".equals(get("/jobs/" + waiting).get("status").asString()));

        JsonNode answer = get("/predict?bits=0110&job=" + third);

        assertThat(answer.get("iteration").asLong()).isZero();
        assertThat(answer.get("outputs"))
                .isEqualTo(get("/predict?bits=0110&iteration=0&job=" + waiting).get("outputs"));
        caller.post("/jobs/" + third + "/cancel", "");
    }

    @Test
    void saysWhatToDoWhenTheJobLeftNoModel() throws Exception {
        running = start("{'name': 'no-model', " + LONG + "}");
        await().until(() -> iteration("/predict?bits=0110&job=" + running) > 100);
        caller.post("/jobs/" + running + "/cancel", "");
        await().until(() -> reached() > 0);

        assertProblem("/predict?bits=0110&job=" + running, 409, "wrong-state", "is cancelled and left no model");
        assertThat(get("/predict?bits=0110&iteration=5&job=" + running)
                        .get("iteration")
                        .asLong())
                .isEqualTo(5);
    }

    @Test
    void saysThatTheTrainingIsGoneWithItsJob() throws Exception {
        long job = train("{'name': 'past-gone'}").get("id").asLong();
        get("/predict?bits=0110&model=past-gone&iteration=3");
        caller.delete("/jobs/" + job);

        assertProblem("/predict?bits=0110&model=past-gone&iteration=3", 409, "rows-gone", "kept with its job");
        assertProblem("/predict?bits=0110&job=" + job, 404, "job-not-found", "There is no job " + job);
    }

    @Test
    void saysThatTheTrainingIsGoneWithTheModelThatItWentOnFrom() throws Exception {
        train("{'name': 'gone-from', " + XOR + ", 'training': {'iterations': 10}}");
        train("{'name': 'gone-on', 'from': {'model': 'gone-from'}, " + XOR + ", 'training': {'iterations': 10}}");
        caller.delete("/models/gone-from");

        assertProblem("/predict?bits=01&model=gone-on&iteration=3", 409, "rows-gone", "version 1 of a model");
    }

    @Test
    void refusesParametersThatMakeNoSense() throws Exception {
        long job = train("{'name': 'senseless'}").get("id").asLong();

        assertProblem("/predict?bits=0110&model=senseless&iteration=-1", 400, "invalid-parameter", "iteration=-1");
        assertProblem("/predict?bits=0110&iteration=10001&job=" + job, 400, "invalid-parameter", "made 10000 corr");
        assertProblem("/predict?bits=0110&iteration=ten&job=" + job, 400, "invalid-parameter", "ten");
        assertProblem("/predict?bits=0110&job=seven", 400, "invalid-parameter", "seven");
        assertProblem("/predict?bits=0110&job=99999999999999999999", 400, "invalid-parameter", "99999999999999999999");
        assertProblem("/truth-table?job=" + job + "&model=senseless", 400, "invalid-parameter", "model=senseless");
        assertProblem("/predict?bits=0110&job=" + job + "&version=1", 400, "invalid-parameter", "version=1");
        assertProblem("/predict?bits=0110&job=-1", 404, "job-not-found", "no job -1");
        assertProblem("/predict?bits=0110&version=1&iteration=1", 400, "invalid-parameter", "no model's name");
    }

    private void assertProblem(String path, int status, String type, String detail) throws Exception {
        HttpResponse<String> answer = caller.get(path);

        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(status);
        JsonNode problem = Caller.json(answer);
        assertThat(problem.get("type").asString()).isEqualTo("/problems/" + type);
        assertThat(problem.get("detail").asString()).contains(detail);
        assertThat(problem.get("action").asString()).isNotBlank();
    }

    private long start(String body) throws Exception {
        return Caller.json(caller.post("/train", body.replace('\'', '"')))
                .get("id")
                .asLong();
    }

    private long iteration(String path) throws Exception {
        return get(path).get("iteration").asLong();
    }

    private String status() throws Exception {
        return get("/jobs/" + running).get("status").asString();
    }

    private long reached() throws Exception {
        return get("/jobs/" + running).get("progress").get("iteration").asLong();
    }
}
