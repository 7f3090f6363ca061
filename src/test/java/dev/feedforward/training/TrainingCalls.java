package dev.feedforward.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.Caller;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Trains over HTTP, for tests that look at what comes of it. Single quotes in a body stand for double ones. */
public abstract class TrainingCalls {

    protected static final String XOR = "'inputs': [[0,0],[0,1],[1,0],[1,1]], 'answers': [0,1,1,0]";

    /** Where the blobs lie: the second input is ten thousand times as widely spread as the first. */
    protected static final double[][] CENTRES = {{-0.5, 20_000}, {0.5, 20_000}, {0.0, 50_000}};

    protected static Table blobs(long seed) {
        Random random = new Random(seed);
        Table table = new Table();
        for (int i = 0; i < 150; i++) {
            double[] centre = CENTRES[i % 3];
            table.inputs.add(
                    new double[] {centre[0] + 0.15 * random.nextGaussian(), centre[1] + 4_000 * random.nextGaussian()});
            table.answers.add(List.of("left", "right", "high").get(i % 3));
        }
        return table;
    }

    /** y = 3 x₁ - 2 x₂ + 50, without noise. */
    protected static Table plane(long seed, int rows) {
        Random random = new Random(seed);
        Table table = new Table();
        for (int i = 0; i < rows; i++) {
            double[] row = {1_000 + 2_000 * random.nextDouble(), -500 + 1_000 * random.nextDouble()};
            table.inputs.add(row);
            table.answers.add(3 * row[0] - 2 * row[1] + 50);
        }
        return table;
    }

    @Autowired
    protected Caller caller;

    protected static final class Table {

        public final List<double[]> inputs = new ArrayList<>();
        public final List<Object> answers = new ArrayList<>();
    }

    protected void assertFault(String body, String pointer, String detail) throws Exception {
        HttpResponse<String> answer = post(body);

        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Caller.json(answer).get("errors")).describedAs(answer.body()).hasSize(1);
        JsonNode error = Caller.json(answer).get("errors").get(0);
        assertThat(error.get("pointer").asString()).isEqualTo(pointer);
        assertThat(error.get("detail").asString()).contains(detail);
    }

    protected JsonNode train(Map<String, ?> request) throws Exception {
        return ok(caller.post("/train?wait=60", JsonMapper.shared().writeValueAsString(new HashMap<>(request))));
    }

    protected JsonNode train(String body) throws Exception {
        return ok(post(body));
    }

    protected HttpResponse<String> post(String body) throws Exception {
        return caller.post("/train?wait=60", body.replace('\'', '"'));
    }

    protected JsonNode predict(JsonNode job, List<double[]> rows) throws Exception {
        String body = JsonMapper.shared().writeValueAsString(Map.of("inputs", rows));
        return ok(caller.post(job.get("links").get("predict").asString(), body)).get("items");
    }

    protected JsonNode model(JsonNode job) throws Exception {
        return get(job.get("links").get("model").asString());
    }

    protected JsonNode history(JsonNode job) throws Exception {
        return get(job.get("links").get("cost").asString());
    }

    protected JsonNode get(String path) throws Exception {
        return ok(caller.get(path));
    }

    protected static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
        return Caller.json(answer);
    }
}
