package dev.feedforward.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.Caller;
import dev.feedforward.FeedforwardTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is told of a model, with its weights and without. */
@FeedforwardTest
class ModelDetailsTests {

    @Autowired
    private Caller caller;

    @BeforeEach
    void train() throws Exception {
        caller.post("/train?wait=60", "{\"name\": \"detailed\", \"training\": {\"iterations\": 10}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/models/detailed", "/models/detailed/versions/1"})
    void leavesOutNothingButTheWeightsWhenTheyAreNotAskedFor(String path) throws Exception {
        JsonNode whole = Caller.json(caller.get(path));
        JsonNode light = Caller.json(caller.get(path + "?weights=false"));

        assertThat(whole.get("layers").get(0).get("weights")).hasSize(4);
        whole.get("layers").forEach(layer -> ((ObjectNode) layer).remove("weights"));
        whole.get("layers").forEach(layer -> ((ObjectNode) layer).remove("biases"));
        assertThat(light).isEqualTo(whole);
        assertThat(light.get("layers").get(0).get("neurons").asInt()).isEqualTo(4);
    }

    @Test
    void refusesWhatIsNeitherTrueNorFalse() throws Exception {
        HttpResponse<String> answer = caller.get("/models/detailed?weights=few");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Caller.json(answer).get("detail").asString()).contains("weights", "few", "true or false");
    }
}
