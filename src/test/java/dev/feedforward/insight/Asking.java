package dev.feedforward.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.Caller;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Trains models and looks into them over HTTP. */
public record Asking(Caller caller) {

    /** @param body JSON with single quotes */
    public JsonNode train(String body) throws Exception {
        return ok(caller.post("/train?wait=60", body.replace('\'', '"')));
    }

    public JsonNode get(String path) throws Exception {
        return ok(caller.get(path));
    }

    private static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Caller.json(answer);
    }

    /** The detail and action of the problem. */
    public String refused(String path, int status) throws Exception {
        HttpResponse<String> answer = caller.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode problem = Caller.json(answer);
        return problem.get("detail").asString() + " " + problem.get("action").asString();
    }

    /** All numbers in {@code json}, in order. */
    static double[] numbers(JsonNode json) {
        List<Double> found = new ArrayList<>();
        collect(json, found);
        return found.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void collect(JsonNode json, List<Double> found) {
        if (json.isArray()) {
            json.forEach(item -> collect(item, found));
        } else {
            found.add(json.asDouble());
        }
    }
}
