package dev.feedforward.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.feedforward.Caller;
import dev.feedforward.FeedforwardTest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the presets make of ordinary data, and how a training is shaped, continued and ended over HTTP. */
@FeedforwardTest
class PresetTests {

    private static final String XOR = "'inputs': [[0,0],[0,1],[1,0],[1,1]], 'answers': [0,1,1,0]";

    @Autowired
    private Caller caller;

    @Test
    void tellsBlobsApartWhenClassifier() throws Exception {
        Table training = blobs(1);
        Table test = blobs(2);

        JsonNode job = train(Map.of(
                "name",
                "blobs",
                "preset",
                "classifier",
                "inputs",
                training.inputs,
                "answers",
                training.answers,
                "testInputs",
                test.inputs,
                "testAnswers",
                test.answers));

        assertThat(job.get("result").get("test").get("accuracy").asDouble()).isGreaterThanOrEqualTo(0.95);
        JsonNode model = model(job);
        assertThat(model.get("classes").valueStream().map(JsonNode::asString)).containsExactly("high", "left", "right");
        assertThat(model.get("layers").get(0).get("activation").asString()).isEqualTo("relu");
        assertThat(model.get("layers").get(1).get("activation").asString()).isEqualTo("softmax");
        assertThat(model.get("layers").get(1).get("neurons").asInt()).isEqualTo(3);
        assertThat(model.get("training").get("loss").asString()).isEqualTo("cross_entropy");
        assertThat(model.get("training").get("optimizer").get("name").asString())
                .isEqualTo("adam");
        assertThat(model.get("training").get("standardizeInputs").asBoolean()).isTrue();
        assertThat(model.get("training").get("standardizeAnswers").asBoolean()).isFalse();
        assertThat(model.has("inputScaling")).isTrue();
    }

    @Test
    void answersRawRowsWithLabelsWhenClassifier() throws Exception {
        Table training = blobs(1);
        JsonNode job = train(Map.of(
                "name", "labels", "preset", "classifier", "inputs", training.inputs, "answers", training.answers));

        JsonNode items = predict(job, List.of(CENTRES[0], CENTRES[1], CENTRES[2]));

        assertThat(items.valueStream().map(item -> item.get("answer").asString()))
                .containsExactly("left", "right", "high");
        for (JsonNode item : items) {
            double sum = item.get("outputs")
                    .valueStream()
                    .mapToDouble(JsonNode::asDouble)
                    .sum();
            assertThat(sum).isCloseTo(1.0, within(1e-12));
        }
        assertThat(items.get(0).get("inputs").get(1).asDouble()).isEqualTo(CENTRES[0][1]);
    }

    @Test
    void usesSigmoidAndBinaryCrossEntropyWhenClassifierAnswers0And1() throws Exception {
        JsonNode job = train("{'name': 'bits', 'preset': 'classifier', " + XOR + "}");

        JsonNode model = model(job);
        assertThat(model.get("layers").get(1).get("activation").asString()).isEqualTo("sigmoid");
        assertThat(model.get("layers").get(1).get("neurons").asInt()).isEqualTo(1);
        assertThat(model.get("training").get("loss").asString()).isEqualTo("binary_cross_entropy");
        assertThat(job.get("result").get("accuracy").asDouble()).isEqualTo(1.0);
        // So few rows are all needed to learn from.
        assertThat(model.get("training").get("validationFraction").asDouble()).isZero();
        assertThat(model.get("training").has("earlyStopping")).isFalse();
    }

    @Test
    void fitsNumbersInTheirOwnUnitsWhenRegressor() throws Exception {
        Table training = plane(1, 200);
        Table test = plane(2, 50);

        JsonNode job = train(Map.of(
                "name",
                "plane",
                "preset",
                "regressor",
                "inputs",
                training.inputs,
                "answers",
                training.answers,
                "testInputs",
                test.inputs,
                "testAnswers",
                test.answers));

        JsonNode result = job.get("result");
        assertThat(result.get("r2").asDouble()).isGreaterThanOrEqualTo(0.99);
        assertThat(result.get("test").get("r2").asDouble()).isGreaterThanOrEqualTo(0.99);
        assertThat(result.has("accuracy")).isFalse();
        JsonNode items = predict(job, test.inputs);
        double absolute = 0.0;
        double squared = 0.0;
        for (int i = 0; i < 50; i++) {
            double output = items.get(i).get("outputs").get(0).asDouble();
            double error = output - (Double) test.answers.get(i);
            absolute += Math.abs(error) / 50;
            squared += error * error / 50;
            assertThat(result.get("test").get("outputs").get(i).get(0).asDouble())
                    .isCloseTo(output, within(1e-9 * 10_000));
            assertThat(items.get(i).has("answer")).isFalse();
        }
        assertThat(result.get("test").get("cost").asDouble()).isCloseTo(absolute, within(1e-9 * absolute));
        assertThat(result.get("test").get("rmse").asDouble())
                .isCloseTo(Math.sqrt(squared), within(1e-9 * Math.sqrt(squared)));
        JsonNode costs = history(job);
        // Before training the outputs are near the mean, so that the first cost is of the answers' own size.
        assertThat(costs.get("cost").get(0).asDouble()).isGreaterThan(500.0);
        assertThat(costs.get("testCost").get(0).asDouble()).isGreaterThan(500.0);
        assertThat(model(job).get("layers").get(1).get("activation").asString()).isEqualTo("identity");
        assertThat(model(job).get("training").get("loss").asString()).isEqualTo("mean_squared_error");
        assertThat(model(job).has("answerScaling")).isTrue();
    }

    @Test
    void doesWhatTheRequestSaysWhenThePresetSaysOtherwise() throws Exception {
        JsonNode job = train("""
                {'name': 'mine', 'preset': 'classifier', %s,
                 'network': {'hidden': [3], 'activation': 'tanh', 'outputActivation': 'identity', 'bias': false,
                             'initializer': 'glorot_uniform'},
                 'training': {'iterations': 7, 'batchSize': null, 'shuffle': true, 'loss': 'huber', 'optimizer': 'sgd',
                              'learningRate': 0.25, 'standardizeInputs': false, 'standardizeAnswers': true,
                              'earlyStopping': null, 'validationFraction': 0.5, 'seed': 9, 'recordEvery': 2}}
                """.formatted(XOR));

        JsonNode model = model(job);
        assertThat(model.get("layers").get(0).get("neurons").asInt()).isEqualTo(3);
        assertThat(model.get("layers").get(0).get("activation").asString()).isEqualTo("tanh");
        assertThat(model.get("layers").get(0).get("bias").asBoolean()).isFalse();
        assertThat(model.get("layers").get(1).get("activation").asString()).isEqualTo("identity");
        assertThat(model.has("inputScaling")).isFalse();
        assertThat(model.has("answerScaling")).isTrue();
        JsonNode training = model.get("training");
        assertThat(training.get("iterations").asLong()).isEqualTo(7);
        assertThat(training.has("batchSize")).isFalse();
        assertThat(training.get("shuffle").asBoolean()).isTrue();
        assertThat(training.get("loss").asString()).isEqualTo("huber");
        assertThat(training.get("optimizer").get("name").asString()).isEqualTo("sgd");
        assertThat(training.get("learningRate").asDouble()).isEqualTo(0.25);
        assertThat(training.has("earlyStopping")).isFalse();
        assertThat(training.get("validationFraction").asDouble()).isEqualTo(0.5);
        assertThat(training.get("seed").asLong()).isEqualTo(9);
        assertThat(history(job).get("iteration").valueStream().map(JsonNode::asLong))
                .containsExactly(0L, 2L, 4L, 6L);
    }

    @Test
    void trainsTheSameWeightsWhenContinuedHalfway() throws Exception {
        train("{'name': 'whole', " + XOR + ", 'training': {'iterations': 1000}}");
        train("{'name': 'half', " + XOR + ", 'training': {'iterations': 500}}");
        JsonNode job = train("{'from': {'model': 'half'}, " + XOR + ", 'training': {'iterations': 500}}");

        assertThat(job.get("model").get("name").asString()).isEqualTo("half");
        assertThat(job.get("model").get("version").asInt()).isEqualTo(2);
        JsonNode whole = get("/models/whole/versions/1");
        JsonNode continued = get("/models/half/versions/2");
        assertThat(continued.get("layers")).isEqualTo(whole.get("layers"));
        assertThat(continued.get("provenance").get("weightsSha256"))
                .isEqualTo(whole.get("provenance").get("weightsSha256"));
        assertThat(get("/models/half/versions/1").get("layers")).isNotEqualTo(whole.get("layers"));
    }

    @Test
    void continuesTheNamedVersionUnderTheNewNameWhenBothAreSaid() throws Exception {
        train("{'name': 'old', " + XOR + ", 'training': {'iterations': 10}}");
        train("{'name': 'old', " + XOR + ", 'training': {'iterations': 20, 'seed': 5}}");

        JsonNode job = train(
                "{'name': 'new', 'from': {'model': 'old', 'version': 1}, " + XOR + ", 'training': {'iterations': 0}}");

        assertThat(job.get("model").get("name").asString()).isEqualTo("new");
        assertThat(model(job).get("layers"))
                .isEqualTo(get("/models/old/versions/1").get("layers"));
    }

    @Test
    void keepsLabelsAndScalingWhenContinued() throws Exception {
        Table training = blobs(1);
        JsonNode first = train(Map.of(
                "name",
                "scaled",
                "preset",
                "classifier",
                "inputs",
                training.inputs,
                "answers",
                training.answers,
                "training",
                Map.of("epochs", 2)));

        JsonNode second = train(Map.of(
                "from",
                Map.of("model", "scaled"),
                "inputs",
                training.inputs.subList(0, 40),
                "answers",
                training.answers.subList(0, 40),
                "training",
                Map.of("iterations", 1, "loss", "cross_entropy")));

        assertThat(model(second).get("inputScaling")).isEqualTo(model(first).get("inputScaling"));
        assertThat(model(second).get("classes")).isEqualTo(model(first).get("classes"));
    }

    @Test
    void answers404WhenTheModelToContinueIsUnknown() throws Exception {
        HttpResponse<String> answer = post("{'from': {'model': 'nobody'}, " + XOR + "}");

        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(404);
        assertThat(Caller.json(answer).get("type").asString()).isEqualTo("/problems/model-not-found");
    }

    @Test
    void answers404WhenTheVersionToContinueIsUnknown() throws Exception {
        train("{'name': 'once', " + XOR + ", 'training': {'iterations': 1}}");

        assertThat(post("{'from': {'model': 'once', 'version': 2}, " + XOR + "}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void answers422WhenTheRowsDoNotFitTheModelToContinue() throws Exception {
        train("{'name': 'two', " + XOR + ", 'training': {'iterations': 1}}");

        assertFault("{'from': {'model': 'two'}, 'inputs': [[1,2,3]], 'answers': [1]}", "#/inputs", "3 numbers");
        assertFault("{'from': {'model': 'two'}, 'inputs': [[1,2]], 'answers': [[1,0]]}", "#/answers", "2 numbers");
        assertFault("{'from': {'model': 'two'}, 'inputs': [[1,2]], 'answers': ['a']}", "#/answers", "class labels");
    }

    @Test
    void endsWithAModelWhenTimeIsUp() throws Exception {
        JsonNode job =
                train("{'name': 'endless', " + XOR + ", 'training': {'iterations': 1000000000, 'maxSeconds': 0.2}}");

        assertThat(job.get("status").asString()).isEqualTo("succeeded");
        assertThat(job.get("stoppedBecause").asString()).isEqualTo("max_seconds");
        assertThat(job.get("progress").get("iteration").asLong()).isBetween(1L, 999_999_999L);
        assertThat(job.get("result").get("seconds").asDouble()).isGreaterThanOrEqualTo(0.2);
        assertThat(predict(job, List.of(new double[] {0, 1}))).hasSize(1);
    }

    @Test
    void stopsEarlyWhenProgressEnds() throws Exception {
        Table training = plane(1, 60);

        JsonNode job = train(Map.of(
                "name",
                "early",
                "preset",
                "regressor",
                "inputs",
                training.inputs,
                "answers",
                training.answers,
                "training",
                Map.of(
                        "epochs",
                        10_000,
                        "learningRate",
                        0.05,
                        "validationFraction",
                        0.2,
                        "recordEvery",
                        2,
                        "earlyStopping",
                        Map.of("patience", 3))));

        assertThat(job.get("stoppedBecause").asString()).isEqualTo("early_stopping");
        assertThat(job.get("progress").get("iteration").asLong()).isLessThan(20_000);
        JsonNode rule = model(job).get("training").get("earlyStopping");
        assertThat(rule.get("patience").asInt()).isEqualTo(3);
        assertThat(rule.get("restoreBest").asBoolean()).isTrue();
    }

    @Test
    void watchesTheRowsSetAsideWhenThereIsAValidationFraction() throws Exception {
        Table training = blobs(1);

        JsonNode job = train(Map.of(
                "name",
                "aside",
                "preset",
                "classifier",
                "inputs",
                training.inputs,
                "answers",
                training.answers,
                "training",
                Map.of("epochs", 3, "validationFraction", 0.2, "batchSize", 40, "recordEvery", 1)));

        // 120 of 150 rows are left: 3 batches an epoch.
        JsonNode history = history(job);
        assertThat(history.get("iteration")).hasSize(9);
        assertThat(history.get("validationCost")).hasSize(9);
        assertThat(history.get("validationCost").get(1))
                .isEqualTo(history.get("validationCost").get(0));
        assertThat(history.get("validationCost").get(3))
                .isNotEqualTo(history.get("validationCost").get(2));
        assertThat(history.has("testCost")).isFalse();
        JsonNode validation = job.get("result").get("validation");
        assertThat(validation.get("accuracy").asDouble()).isBetween(0.0, 1.0);
        assertThat(validation.get("cost").asDouble()).isPositive();
        assertThat(validation.get("loss").asDouble()).isPositive();
        int validated = 0;
        for (JsonNode row : validation.get("confusion")) {
            validated += row.valueStream().mapToInt(JsonNode::asInt).sum();
        }
        assertThat(validated).isEqualTo(30);
    }

    @Test
    void hasNoValidationWhenNothingIsSetAside() throws Exception {
        JsonNode job = train("{'name': 'none', " + XOR + ", 'training': {'iterations': 10}}");

        assertThat(history(job).has("validationCost")).isFalse();
        assertThat(job.get("result").has("validation")).isFalse();
    }

    @Test
    void passesOverTheRowsSoManyTimesWhenEpochs() throws Exception {
        JsonNode batches =
                train("{'name': 'epochs', " + XOR + ", 'training': {'epochs': 5, 'batchSize': 3, 'recordEvery': 1}}");
        JsonNode full = train("{'name': 'epochs', " + XOR + ", 'training': {'epochs': 5}}");

        assertThat(batches.get("progress").get("iterations").asLong()).isEqualTo(10);
        assertThat(batches.get("progress").get("iteration").asLong()).isEqualTo(10);
        assertThat(history(batches).get("iteration")).hasSize(10);
        assertThat(full.get("progress").get("iterations").asLong()).isEqualTo(5);
        assertThat(full.get("progress").get("epoch").asLong()).isEqualTo(5);
    }

    @Test
    void countsPassesRatherThanCorrectionsWhenThereAreBatches() throws Exception {
        JsonNode job = train("{'name': 'passes', " + XOR + ", 'training': {'iterations': 10, 'batchSize': 3}}");

        assertThat(job.get("progress").get("epoch").asLong()).isEqualTo(5);
        assertThat(get(job.get("links").get("self").asString())
                        .get("progress")
                        .get("epoch")
                        .asLong())
                .isEqualTo(5);
    }

    @Test
    void stopsAtTheCostThatIsLowEnough() throws Exception {
        JsonNode job = train("{'training': {'stopAtCost': 0.1, 'recordEvery': 1}}");

        assertThat(job.get("stoppedBecause").asString()).isEqualTo("stop_at_cost");
        JsonNode cost = history(job).get("cost");
        assertThat(cost.get(cost.size() - 1).asDouble()).isLessThanOrEqualTo(0.1);
        assertThat(cost.get(cost.size() - 2).asDouble()).isGreaterThan(0.1);
        assertThat(job.get("result").get("cost").asDouble()).isLessThanOrEqualTo(0.1);
    }

    static Stream<Arguments> contradictions() {
        return Stream.of(
                Arguments.of("{'training': {'iterations': 5, 'epochs': 5}}", "#/training/epochs", "either"),
                Arguments.of(
                        "{'inputs': [[1],[2]], 'answers': [[1,0],[0,1]], 'training': {'loss': 'cross_entropy'}}",
                        "#/training/loss",
                        "cross_entropy goes with the outputActivation softmax, not with sigmoid"),
                Arguments.of(
                        "{'network': {'outputActivation': 'tanh'}, 'training': {'loss': 'binary_cross_entropy'}}",
                        "#/training/loss",
                        "outputActivation sigmoid, not with tanh"),
                Arguments.of("{'network': {'outputActivation': 'softmax'}}", "#/network/outputActivation", "always 1"),
                Arguments.of("{'network': {'activation': 'softmax'}}", "#/network/activation", "output layer"),
                Arguments.of(
                        "{'training': {'optimizer': {'name': 'sgd', 'beta1': 0.9}}}",
                        "#/training/optimizer/beta1",
                        "not a parameter"),
                Arguments.of(
                        "{'preset': 'classifier', 'inputs': [[1],[2]], 'answers': [0, 2]}",
                        "#/answers/1",
                        "from 0 to 1"),
                Arguments.of(
                        "{'preset': 'classifier', 'inputs': [[1],[2]], 'answers': [[1,0],[1,1]]}",
                        "#/answers/1",
                        "1 in all"),
                Arguments.of("{'training': {'validationFraction': 0.95}}", "#/training/validationFraction", "0.9"),
                Arguments.of("{'training': {'batchSize': 0}}", "#/training/batchSize", "0"),
                Arguments.of("{'training': {'maxSeconds': 0}}", "#/training/maxSeconds", "0"),
                Arguments.of(
                        "{'training': {'earlyStopping': {'patience': 0}}}", "#/training/earlyStopping/patience", "0"),
                Arguments.of("{'preset': 'clasifier'}", "#/preset", "classifier"),
                Arguments.of(
                        "{'network': {'initialWeights': [{'weights': [[1]], 'biases': [0]}]}}",
                        "#/network/initialWeights",
                        "1 layers of weights for a network of 2"));
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void answers422WhenSettingsContradictEachOther(String body, String pointer, String detail) throws Exception {
        assertFault(body, pointer, detail);
    }

    @Test
    void answers422WhenTheModelToContinueIsGivenANetwork() throws Exception {
        train("{'name': 'own', " + XOR + ", 'training': {'iterations': 1}}");

        assertFault("{'from': {'model': 'own'}, 'network': {'hidden': [3]}, " + XOR + "}", "#/network", "leave one");
        assertFault(
                "{'from': {'model': 'own'}, 'training': {'standardizeInputs': true}, " + XOR + "}",
                "#/training/standardizeInputs",
                "leave it out");
    }

    /** Where the blobs lie: the second input is ten thousand times as widely spread as the first. */
    private static final double[][] CENTRES = {{-0.5, 20_000}, {0.5, 20_000}, {0.0, 50_000}};

    private static Table blobs(long seed) {
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
    private static Table plane(long seed, int rows) {
        Random random = new Random(seed);
        Table table = new Table();
        for (int i = 0; i < rows; i++) {
            double[] row = {1_000 + 2_000 * random.nextDouble(), -500 + 1_000 * random.nextDouble()};
            table.inputs.add(row);
            table.answers.add(3 * row[0] - 2 * row[1] + 50);
        }
        return table;
    }

    private static final class Table {

        private final List<double[]> inputs = new ArrayList<>();
        private final List<Object> answers = new ArrayList<>();
    }

    private void assertFault(String body, String pointer, String detail) throws Exception {
        HttpResponse<String> answer = post(body);

        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Caller.json(answer).get("errors")).describedAs(answer.body()).hasSize(1);
        JsonNode error = Caller.json(answer).get("errors").get(0);
        assertThat(error.get("pointer").asString()).isEqualTo(pointer);
        assertThat(error.get("detail").asString()).contains(detail);
    }

    private JsonNode train(Map<String, ?> request) throws Exception {
        return ok(caller.post("/train?wait=60", JsonMapper.shared().writeValueAsString(new HashMap<>(request))));
    }

    private JsonNode train(String body) throws Exception {
        return ok(post(body));
    }

    private HttpResponse<String> post(String body) throws Exception {
        return caller.post("/train?wait=60", body.replace('\'', '"'));
    }

    private JsonNode predict(JsonNode job, List<double[]> rows) throws Exception {
        String body = JsonMapper.shared().writeValueAsString(Map.of("inputs", rows));
        return ok(caller.post(job.get("links").get("predict").asString(), body)).get("items");
    }

    private JsonNode model(JsonNode job) throws Exception {
        return get(job.get("links").get("model").asString());
    }

    private JsonNode history(JsonNode job) throws Exception {
        return get(job.get("links").get("cost").asString());
    }

    private JsonNode get(String path) throws Exception {
        return ok(caller.get(path));
    }

    private static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
        return Caller.json(answer);
    }
}
