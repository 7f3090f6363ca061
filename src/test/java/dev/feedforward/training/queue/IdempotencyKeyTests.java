package dev.feedforward.training.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.FeedforwardTest;
import dev.feedforward.training.TrainingCalls;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that are sent again, when the world is no longer as it was at the first try. */
@FeedforwardTest
class IdempotencyKeyTests extends TrainingCalls {

    private static final String ROWS = "a,b,c\n1,2,3\n2,3,4\n3,4,5\n4,5,6\n5,6,7\n";

    @Test
    void findsTheJobWhenItsDataSetIsGone() throws Exception {
        assertThat(put("/datasets/short-lived").statusCode()).isEqualTo(201);
        long first = job(train("gone-1", "{\"dataset\": \"short-lived\"}"));
        assertThat(caller.delete("/datasets/short-lived").statusCode()).isEqualTo(204);

        assertThat(job(train("gone-1", "{\"dataset\": \"short-lived\"}"))).isEqualTo(first);
        assertThat(train("gone-1", "{\"dataset\": \"other\"}").statusCode()).isEqualTo(409);
        assertThat(train("gone-2", "{\"dataset\": \"short-lived\"}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void findsTheJobWhenTheModelThatItWentOnFromIsGone() throws Exception {
        train("{'name': 'short-lived-start', 'training': {'iterations': 1}}");
        String body =
                "{\"name\": \"goal\", \"from\": {\"model\": \"short-lived-start\"}, \"training\": {\"iterations\": 1}}";
        long first = job(train("from-1", body));
        assertThat(caller.delete("/models/short-lived-start/versions/1").statusCode())
                .isEqualTo(204);

        assertThat(job(train("from-1", body))).isEqualTo(first);
        assertThat(train("from-2", body).statusCode()).isEqualTo(404);
    }

    @Test
    void findsTheJobOfAFileWhenItsDataSetIsReplacedOrGone() throws Exception {
        long first = job(trainFile("rows-1", ROWS));
        assertThat(put("/datasets/from-file").statusCode()).isEqualTo(200);

        assertThat(job(trainFile("rows-1", ROWS))).isEqualTo(first);
        assertThat(get("/datasets/from-file").get("testRows").asInt()).isZero();
        assertThat(caller.delete("/datasets/from-file").statusCode()).isEqualTo(204);
        assertThat(job(trainFile("rows-1", ROWS))).isEqualTo(first);
        assertThat(trainFile("rows-1", ROWS + "6,7,8\n").statusCode()).isEqualTo(409);
        assertThat(caller.get("/datasets/from-file").statusCode()).isEqualTo(404);
    }

    @Test
    void leavesTheKeyOfARefusedRequestFree() throws Exception {
        String body = "{\"name\": \"free\", \"training\": {\"iterations\": %s}}";

        assertThat(train("free-1", body.formatted("-1")).statusCode()).isEqualTo(422);
        long first = job(train("free-1", body.formatted("1")));

        HttpResponse<String> other = train("free-1", body.formatted("-1"));
        assertThat(other.statusCode()).describedAs(other.body()).isEqualTo(409);
        assertThat(other.body()).contains("job " + first);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/json | {}
            text/csv         | a,b
            """)
    void refusesSeveralKeys(String type, String body) throws Exception {
        HttpResponse<String> answer = caller.send(caller.to("/train")
                .header("Content-Type", type)
                .header("Idempotency-Key", "one")
                .header("Idempotency-Key", "other")
                .POST(BodyPublishers.ofString(body)));

        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("Idempotency-Key is there 2 times, with the values one and other");
    }

    private HttpResponse<String> train(String key, String body) throws Exception {
        return caller.send(caller.to("/train?wait=60")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> trainFile(String key, String rows) throws Exception {
        return caller.send(caller.to("/train?name=from-file&preset=regressor&hidden=2&epochs=1&wait=60")
                .header("Content-Type", "text/csv")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(rows)));
    }

    private HttpResponse<String> put(String path) throws Exception {
        return caller.send(caller.to(path).header("Content-Type", "text/csv").PUT(BodyPublishers.ofString(ROWS)));
    }

    private static long job(HttpResponse<String> answer) {
        return ok(answer).get("id").asLong();
    }
}
