package dev.feedforward.training.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.feedforward.Caller;
import dev.feedforward.FeedforwardTest;
import dev.feedforward.error.ServiceException;
import dev.feedforward.training.job.Job;
import dev.feedforward.training.job.JobRepository;
import dev.feedforward.training.job.Submission;
import dev.feedforward.training.recipe.Recipe;
import dev.feedforward.training.recipe.TrainingData;
import dev.feedforward.training.request.TrainRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

@FeedforwardTest
@TestPropertySource(properties = {"feedforward.limits.queued-jobs=2", "feedforward.training.workers=1"})
class JobQueueTests {

    private static final String ENDLESS = "{\"name\": \"endless\", \"training\": {\"iterations\": 1000000000}}";

    @Autowired
    private Caller caller;

    @Autowired
    private JobRepository jobs;

    @Autowired
    private JobQueue queue;

    @AfterEach
    void cancelWhatIsLeft() throws Exception {
        for (Job job : jobs.list(Long.MAX_VALUE, 200)) {
            if (!job.status().isEnded()) {
                caller.post(job.path() + "/cancel", "");
            }
        }
    }

    @Test
    void refusesMoreJobsThanMayWait() throws Exception {
        startRunning();
        assertThat(caller.post("/train", ENDLESS).statusCode()).isEqualTo(202);
        long waiting = id(caller.post("/train", ENDLESS));

        HttpResponse<String> refused = caller.post("/train", ENDLESS);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("5");
        assertThat(Caller.json(refused).get("type").asString()).isEqualTo("/problems/queue-full");
        assertThat(caller.post("/jobs/" + waiting + "/cancel", "").statusCode()).isEqualTo(200);
        assertThat(caller.post("/train", ENDLESS).statusCode()).isEqualTo(202);
    }

    @Test
    void answersAtOnceWhereNobodyWaits() throws Exception {
        HttpResponse<String> answer = caller.post("/train", ENDLESS);

        assertThat(answer.statusCode()).isEqualTo(202);
        JsonNode job = Caller.json(answer);
        assertThat(answer.headers().firstValue("Location"))
                .contains("/jobs/" + job.get("id").asLong());
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(job.get("status").asString()).isIn("queued", "running");
        assertThat(job.get("model").has("version")).isFalse();
    }

    @Test
    void waitsNoLongerThanAskedFor() throws Exception {
        HttpResponse<String> answer = caller.send(caller.to("/train")
                .header("Content-Type", "application/json")
                .header("Prefer", "respond-async, wait=1")
                .POST(BodyPublishers.ofString(ENDLESS)));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Preference-Applied")).isEmpty();
        assertThat(Caller.json(answer).get("status").asString()).isEqualTo("running");
    }

    @Test
    void saysThatAPreferenceWasApplied() throws Exception {
        HttpResponse<String> answer =
                caller.send(caller.to("/train").header("Prefer", "wait=60").POST(BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Preference-Applied")).contains("wait=60");
    }

    @Test
    void stopsARunningJobAndKeepsItsHistory() throws Exception {
        long id = startRunning();

        HttpResponse<String> answer = caller.post("/jobs/" + id + "/cancel", "");

        JsonNode job = Caller.json(answer);
        assertThat(job.get("status").asString()).isEqualTo("cancelled");
        assertThat(job.get("stoppedBecause").asString()).isEqualTo("cancelled");
        assertThat(job.get("progress").get("iteration").asLong()).isBetween(1L, 999_999_999L);
        assertThat(job.get("links").has("model")).isFalse();
        assertThat(Caller.json(caller.get("/jobs/" + id + "/cost")).get("cost")).isNotEmpty();
        assertThat(caller.post("/jobs/" + id + "/cancel", "").statusCode()).isEqualTo(409);
    }

    @Test
    void neverRunsAJobThatIsCancelledWhileItWaits() throws Exception {
        startRunning();
        long id = id(caller.post("/train", "{}"));

        JsonNode job = Caller.json(caller.post("/jobs/" + id + "/cancel", ""));

        assertThat(job.get("status").asString()).isEqualTo("cancelled");
        assertThat(job.has("startedAt")).isFalse();
        assertThat(Caller.json(caller.get("/jobs/" + id + "/cost")).get("cost")).isEmpty();
    }

    @Test
    void goesOnAfterAPauseWhereItWas() throws Exception {
        long id = startRunning();

        JsonNode paused = Caller.json(caller.post("/jobs/" + id + "/pause", ""));
        assertThat(paused.get("status").asString()).isEqualTo("paused");
        assertThat(paused.has("finishedAt")).isFalse();
        long reached = paused.get("progress").get("iteration").asLong();
        assertThat(reached).isPositive();
        assertThat(caller.post("/jobs/" + id + "/pause", "").statusCode()).isEqualTo(409);
        JsonNode points = Caller.json(caller.get("/jobs/" + id + "/cost")).get("iteration");
        assertThat(points.get(points.size() - 1).asLong()).isBetween(reached - 10_000_000, reached);

        HttpResponse<String> resumed = caller.post("/jobs/" + id + "/resume", "");
        assertThat(resumed.statusCode()).isEqualTo(200);
        assertThat(Caller.json(resumed).get("status").asString()).isIn("queued", "running");
        assertThat(caller.post("/jobs/" + id + "/resume", "").statusCode()).isEqualTo(409);
    }

    @Test
    void endsWithTheSameWeightsAsWithoutAPause() throws Exception {
        String body = "{\"name\": \"same\", \"training\": {\"iterations\": 2000000, \"recordEvery\": 1000}}";
        caller.post("/train?wait=60", body);
        long id = id(caller.post("/train", body));
        for (int pause = 0; pause < 3; pause++) {
            caller.post("/jobs/" + id + "/pause", "");
            caller.post("/jobs/" + id + "/resume", "");
        }
        // One worker takes jobs in order, so this one ends after the other.
        caller.post("/train?wait=60", "{}");

        assertThat(Caller.json(caller.get("/models/same/versions/2")).get("provenance"))
                .isEqualTo(Caller.json(caller.get("/models/same/versions/1")).get("provenance"));
        assertThat(Caller.json(caller.get("/jobs/" + id + "/cost")).get("cost"))
                .isEqualTo(
                        Caller.json(caller.get("/jobs/" + (id - 1) + "/cost")).get("cost"));
    }

    @Test
    void pausesAJobThatWaitsAndTakesNoNoticeOfItsTurn() throws Exception {
        long running = startRunning();
        long waiting = id(caller.post("/train", "{}"));
        assertThat(caller.post("/jobs/" + waiting + "/pause", "").statusCode()).isEqualTo(200);
        caller.post("/jobs/" + running + "/cancel", "");

        assertThat(caller.post("/train?wait=60", "{}").statusCode()).isEqualTo(200);
        JsonNode paused = Caller.json(caller.get("/jobs/" + waiting));
        assertThat(paused.get("status").asString()).isEqualTo("paused");
        assertThat(paused.has("startedAt")).isFalse();

        caller.post("/jobs/" + waiting + "/resume", "");
        assertThat(caller.post("/train?wait=60", "{}").statusCode()).isEqualTo(200);
        assertThat(Caller.json(caller.get("/jobs/" + waiting)).get("status").asString())
                .isEqualTo("succeeded");
    }

    @Test
    void letsAClientWithOneJobNotWaitForAllOfAnothers() throws Exception {
        long running = startRunning();
        long mine = submit("many");
        long mineToo = submit("many");
        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() -> submit("many"))
                .withMessageContaining("2 jobs of yours are waiting");
        long another = submit("one");
        caller.post("/jobs/" + running + "/cancel", "");
        // Of a client that comes last of all.
        assertThat(caller.post("/train?wait=60", "{}").statusCode()).isEqualTo(200);

        assertThat(startedAt(another)).isAfter(startedAt(mine)).isBefore(startedAt(mineToo));
    }

    private long submit(String client) {
        Recipe recipe = TrainRequest.EMPTY.recipe(null, null, TrainingData.COURSE);
        return queue.submit(recipe, new Submission(client, null, "", Instant.EPOCH));
    }

    private Instant startedAt(long id) {
        return jobs.find(id).orElseThrow().startedAt();
    }

    @Test
    void answersTheSameJobForTheSameKeyAndRefusesAnotherBody() throws Exception {
        HttpResponse<String> first = trainWithKey("monday", "{}");
        long id = id(first);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(id(trainWithKey("monday", "{}"))).isEqualTo(id);
        HttpResponse<String> other = trainWithKey("monday", "{ }");
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(Caller.json(other).get("detail").asString()).contains("monday", "job " + id);
        assertThat(id(trainWithKey("tuesday", "{}"))).isGreaterThan(id);
        assertThat(trainWithKey("k".repeat(256), "{}").statusCode()).isEqualTo(400);

        caller.delete("/jobs/" + id);
        assertThat(id(trainWithKey("monday", "{ }"))).isGreaterThan(id);
    }

    private HttpResponse<String> trainWithKey(String key, String body) throws Exception {
        return caller.send(caller.to("/train?wait=60")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }

    @Test
    void showsHowFarARunningJobIs() throws Exception {
        long id = startRunning();

        JsonNode job = Caller.json(caller.get("/jobs/" + id));

        assertThat(job.get("progress").get("iteration").asLong()).isPositive();
        assertThat(job.get("progress").get("fraction").asDouble()).isBetween(0.0, 1.0);
        assertThat(job.get("progress").get("secondsLeft").asDouble()).isPositive();
        assertThat(job.get("cost").asDouble()).isBetween(0.0, 1.0);
    }

    @Test
    void deletesOnlyEndedJobs() throws Exception {
        long id = startRunning();

        HttpResponse<String> refused = caller.delete("/jobs/" + id);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(Caller.json(refused).get("action").asString()).contains("/jobs/" + id + "/cancel");

        caller.post("/jobs/" + id + "/cancel", "");
        assertThat(caller.delete("/jobs/" + id).statusCode()).isEqualTo(204);
        assertThat(caller.delete("/jobs/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void listsJobsPageByPageNewestFirst() throws Exception {
        long first = id(caller.post("/train?wait=60", "{}"));
        long second = id(caller.post("/train?wait=60", "{}"));

        JsonNode page = Caller.json(caller.get("/jobs?limit=1"));
        assertThat(page.get("items")).hasSize(1);
        assertThat(page.get("items").get(0).get("id").asLong()).isEqualTo(second);
        assertThat(page.get("next").asString()).isEqualTo("/jobs?after=" + second + "&limit=1");

        JsonNode next = Caller.json(caller.get(page.get("next").asString()));
        assertThat(next.get("items").get(0).get("id").asLong()).isEqualTo(first);
        JsonNode last = Caller.json(caller.get("/jobs?limit=200"));
        assertThat(last.get("next").isNull()).isTrue();
    }

    /** Starts a job and comes back once it has recorded a point. */
    private long startRunning() throws Exception {
        HttpResponse<String> answer = caller.post("/train?wait=1", ENDLESS);
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(Caller.json(answer).get("status").asString()).isEqualTo("running");
        return id(answer);
    }

    private static long id(HttpResponse<String> answer) {
        return Caller.json(answer).get("id").asLong();
    }
}
