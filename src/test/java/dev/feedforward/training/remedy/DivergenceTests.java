package dev.feedforward.training.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.Caller;
import dev.feedforward.FeedforwardTest;
import dev.feedforward.training.TrainingCalls;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Trainings whose numbers grow beyond all bounds: they fail, with a recipe that would have held. */
@FeedforwardTest
class DivergenceTests extends TrainingCalls {

    private static final String LARGE_INPUTS = "'inputs': [[1000],[2000],[3000]], 'answers': [1,2,3],"
            + " 'network': {'hidden': [], 'outputActivation': 'identity'}";

    @Test
    void failsWithTheRecipeThatWouldHaveHeld() throws Exception {
        String request = "{'name': 'diverging', " + LARGE_INPUTS + "}";
        HttpResponse<String> answer = post(request);

        JsonNode problem = Caller.json(answer);
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(422);
        assertThat(problem.get("type").asString()).isEqualTo("/problems/diverged");
        assertThat(problem.get("detail").asString())
                .startsWith("The training diverged: at iteration ")
                .contains(" of 10,000 its loss was no longer a finite number, after ");
        assertThat(problem.get("action").asString()).contains("standardizeInputs", "the loss fell from");
        JsonNode job = problem.get("job");
        assertThat(job.get("status").asString()).isEqualTo("failed");
        assertThat(job.get("stoppedBecause").asString()).isEqualTo("diverged");
        assertThat(job.has("result")).isFalse();
        assertThat(job.get("links").has("model")).isFalse();
        assertThat(answer.body()).doesNotContain("NaN", "Infinity");
        assertThat(caller.get("/models/diverging").statusCode()).isEqualTo(404);

        JsonNode fixed = train(merged(request, fix(job)));
        assertThat(fixed.get("status").asString()).isEqualTo("succeeded");
        assertThat(fixed.get("result").get("loss").isNumber()).isTrue();
    }

    @Test
    void lowersTheLearningRateWhereTheRowsAreInScale() throws Exception {
        HttpResponse<String> answer = post("{'name': 'fast', 'inputs': [[1],[2]], 'answers': [1,2],"
                + " 'network': {'hidden': [], 'outputActivation': 'identity'}, 'training': {'learningRate': 3}}");

        JsonNode fix = fix(Caller.json(answer).get("job"));

        assertThat(fix.toString()).isEqualTo("{\"training\":{\"learningRate\":0.3}}");
    }

    @Test
    void saysHowADataSetIsTrainedOnAgain() throws Exception {
        JsonNode problem = Caller.json(post("{'dataset': 'xor-2d', 'name': 'plane', 'preset': 'regressor',"
                + " 'training': {'optimizer': 'sgd', 'learningRate': 1000, 'epochs': 20}}"));

        assertThat(problem.get("action").asString())
                .startsWith("Train again with {\"training\":{\"learningRate\":")
                .contains(" in a JSON request for the data set, {\"dataset\":\"xor-2d\"}: tried for ");
    }

    @Test
    void keepsTheHistoryAndTheNetworksOfBefore() throws Exception {
        JsonNode job = Caller.json(post("{'name': 'seen', " + LARGE_INPUTS + ", 'training': {'recordEvery': 1}}"))
                .get("job");
        String path = job.get("links").get("self").asString();
        int reached = job.get("progress").get("iteration").asInt();

        JsonNode history = history(job);

        assertThat(history.get("iteration")).hasSize(reached);
        assertThat(history.get("loss").get(0).isNumber()).isTrue();
        for (String format : new String[] {"svg", "png", "txt", "csv"}) {
            HttpResponse<String> drawn = caller.get(path + "/cost?format=" + format);
            assertThat(drawn.statusCode()).as(format).isEqualTo(200);
            assertThat(drawn.body()).as(format).doesNotContain("NaN", "Infinity");
        }
        String predict = "/predict?inputs=1000&job=" + job.get("id").asLong();
        assertThat(get(predict + "&iteration=" + (reached - 1))
                        .get("outputs")
                        .get(0)
                        .isNumber())
                .isTrue();
        assertThat(caller.get(predict).statusCode()).isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'inputs': [[1],[2]], 'answers': [1e308,-1e308]",
                "'preset': 'regressor', 'inputs': [[1],[2]], 'answers': [1e308,-1e308]",
                "'inputs': [[1e308,1e308],[-1e308,1e308]], 'answers': [1,2],"
                        + " 'network': {'hidden': [], 'outputActivation': 'identity'}, 'training': {'seed': 5}",
                "'inputs': [[1],[2]], 'answers': [1e308,-1e308], 'training': {'iterations': 0}"
            })
    void neverSucceedsWithFiguresThatCannotBeTold(String rows) throws Exception {
        HttpResponse<String> answer = post("{'name': 'extreme', " + rows + "}");

        assertThat(answer.body()).doesNotContain("NaN", "Infinity");
        if (answer.statusCode() == 200) {
            JsonNode result = Caller.json(answer).get("result");
            assertThat(result.get("cost").isNumber() && result.get("loss").isNumber())
                    .describedAs(answer.body())
                    .isTrue();
        } else {
            assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(422);
        }
    }

    @Test
    void takesNoModelOfAFailedJobUnlessItIsNamed() throws Exception {
        String unmet = "{'name': 'overhasty', 'training': {'iterations': 10}, 'expect': {'costBelow': 0.01}}";
        JsonNode first = Caller.json(post(unmet)).get("job");

        HttpResponse<String> refused = caller.get("/predict?bits=0110&model=overhasty");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(Caller.json(refused).get("type").asString()).isEqualTo("/problems/only-failed-models");
        assertThat(Caller.json(refused).get("action").asString())
                .contains(
                        "model=overhasty&version=1",
                        "{\"model\": \"overhasty\", \"version\": 1}",
                        "/models/overhasty/versions/1");
        assertThat(caller.get("/models/overhasty").statusCode()).isEqualTo(409);
        assertThat(post("{'from': {'model': 'overhasty'}}").statusCode()).isEqualTo(409);
        assertThat(get(first.get("links").get("predict").asString() + "&bits=0110")
                        .get("model")
                        .get("version")
                        .asInt())
                .isEqualTo(1);
        assertThat(get(first.get("links").get("model").asString()).get("failed").asBoolean())
                .isTrue();
        assertThat(train("{'from': {'model': 'overhasty', 'version': 1}, 'training': {'iterations': 1}}")
                        .get("status")
                        .asString())
                .isEqualTo("succeeded");

        train("{'name': 'overhasty'}");
        post(unmet);

        assertThat(get("/predict?bits=0110&model=overhasty")
                        .get("model")
                        .get("version")
                        .asInt())
                .isEqualTo(2);
        assertThat(get("/predict?bits=0110").get("model").get("version").asInt())
                .isEqualTo(2);
        assertThat(get("/models/overhasty").get("version").asInt()).isEqualTo(2);
        assertThat(get("/models?name=overhasty")
                        .get("items")
                        .valueStream()
                        .map(item -> item.get("failed").asBoolean()))
                .containsExactly(true, false, true);
        caller.delete("/models/overhasty/versions/2");
        assertThat(caller.get("/predict?bits=0110&model=overhasty").statusCode())
                .isEqualTo(409);
    }

    private static JsonNode fix(JsonNode job) {
        return job.get("warnings")
                .valueStream()
                .filter(warning -> "diverged".equals(warning.get("code").asString()))
                .findFirst()
                .orElseThrow()
                .get("fix");
    }

    /** A request with a patch of one level of objects merged in. */
    private static String merged(String request, JsonNode fix) {
        ObjectNode body = (ObjectNode) JsonMapper.shared().readTree(request.replace('\'', '"'));
        fix.forEachEntry(body::set);
        return body.toString();
    }
}
