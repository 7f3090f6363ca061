package dev.feedforward.training.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.Caller;
import dev.feedforward.FeedforwardTest;
import dev.feedforward.training.TrainingCalls;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** A network of 700 and 700 neurons takes 16 of the 20 MB that there are. */
@FeedforwardTest
@TestPropertySource(properties = {"feedforward.limits.memory=20MB", "feedforward.training.workers=2"})
class TrainingMemoryTests extends TrainingCalls {

    private static final String LARGE =
            "{\"name\": \"large\", \"network\": {\"hidden\": [700, 700]}, \"training\": {\"iterations\": %d}}";

    @Test
    void refusesANetworkThatNeverFits() throws Exception {
        assertFault(
                "{'network': {'hidden': [900, 900]}}",
                "#/network/hidden",
                "training this network takes 26 MB of memory, of at most 20: use smaller layers or batches");
    }

    @Test
    void countsWhatTheOptimizerRemembers() throws Exception {
        assertFault(
                "{'network': {'hidden': [530, 530]}, 'training': {'optimizer': 'adam'}}",
                "#/network/hidden",
                "training this network takes 22 MB of memory");
        JsonNode job = train("{'network': {'hidden': [530, 530]}, 'training': {'iterations': 2}}");
        assertThat(job.get("status").asString()).isEqualTo("succeeded");
    }

    @Test
    void aTrainingThatDoesNotFitBesideAnotherWaitsForIt() throws Exception {
        String first = submit(1_000_000);
        awaitProgress(first);
        String second = submit(3);
        awaitStatus(second, "running");
        assertThat(iteration(second)).isZero();
        assertThat(awaitWarning(second).get("detail").asString())
                .startsWith("The training takes 16 MB of memory, of at most 20, and other trainings");
        String id = second.substring(second.lastIndexOf('/') + 1);
        assertThat(ok(caller.get("/predict?bits=0110&job=" + id)).has("outputs"))
                .describedAs("as the network is with its first weights")
                .isTrue();

        assertThat(caller.post(first + "/cancel", "").statusCode()).isEqualTo(200);
        assertThat(ok(caller.get(second + "?wait=60")).get("status").asString()).isEqualTo("succeeded");
    }

    @Test
    void aTrainingThatWaitsForMemoryCanBeCancelled() throws Exception {
        String first = submit(1_000_000);
        awaitProgress(first);
        String second = submit(3);
        awaitStatus(second, "running");

        assertThat(caller.post(second + "/cancel", "").statusCode()).isEqualTo(200);
        assertThat(ok(caller.get(second)).get("status").asString()).isEqualTo("cancelled");
        assertThat(caller.post(first + "/cancel", "").statusCode()).isEqualTo(200);
    }

    private String submit(long iterations) throws Exception {
        HttpResponse<String> answer = caller.post("/train", LARGE.formatted(iterations));
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(202);
        return "/jobs/" + Caller.json(answer).get("id").asLong();
    }

    private JsonNode awaitWarning(String job) throws Exception {
        JsonNode warnings = ok(caller.get(job)).get("warnings");
        while (warnings.isEmpty()) {
            warnings = ok(caller.get(job)).get("warnings");
        }
        assertThat(warnings.get(0).get("code").asString()).isEqualTo("waits-for-memory");
        return warnings.get(0);
    }

    private void awaitProgress(String job) throws Exception {
        while (iteration(job) == 0) {
            Thread.onSpinWait();
        }
    }

    private void awaitStatus(String job, String status) throws Exception {
        while (!ok(caller.get(job)).get("status").asString().equals(status)) {
            Thread.onSpinWait();
        }
    }

    private long iteration(String job) throws Exception {
        return ok(caller.get(job)).get("progress").get("iteration").asLong();
    }
}
