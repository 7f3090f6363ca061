package dev.feedforward.training.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.Caller;
import dev.feedforward.FeedforwardTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What POST /train refuses, and with which words. */
@FeedforwardTest
class TrainRequestTests {

    @Autowired
    private Caller caller;

    static Stream<Arguments> unusable() {
        return Stream.of(
                // Rows
                fault("{'inputs': [[0,1],[1]], 'answers': [0,1]}", "#/inputs/1", "1 values, the first row has 2"),
                fault("{'inputs': [[0,null],[1,1]], 'answers': [0,1]}", "#/inputs/0/1", "null is not a number"),
                fault("{'inputs': [[0,'NaN'],[1,1]], 'answers': [0,1]}", "#/inputs/0/1", "\"NaN\" is not a number"),
                fault("{'inputs': [[0,1e999],[1,1]], 'answers': [0,1]}", "#/inputs/0/1", "1e999 is too large"),
                fault(
                        "{'inputs': ['01','2x'], 'answers': [0,1]}",
                        "#/inputs/1",
                        "the string \"2x\": a bit string holds only 0"),
                fault(
                        "{'inputs': [3], 'answers': [0]}",
                        "#/inputs",
                        "a list of one number, but must be a list of rows: write [[3]]"),
                fault("{'inputs': [3,4], 'answers': [0]}", "#/inputs", "several of one number each are [[3],[4]]"),
                fault(
                        "{'inputs': [true], 'answers': [0]}",
                        "#/inputs/0",
                        "true: give a list of numbers or a bit string"),
                fault("{'inputs': 'abc', 'answers': [0]}", "#/inputs", "the string \"abc\": give a list of rows"),
                fault("{'inputs': [[[1]]], 'answers': [0]}", "#/inputs/0/0", "a list is not a number"),
                fault("{'inputs': [], 'answers': []}", "#/inputs", "at least one row"),
                fault("{'inputs': [[]], 'answers': [0]}", "#/inputs", "at least one number"),
                fault("{'inputs': [''], 'answers': [0]}", "#/inputs", "at least one number"),
                fault("{'inputs': [[1],[2]], 'answers': [0]}", "#/answers", "1 answers for 2 rows"),
                fault("{'inputs': [[1]]}", "#/answers", "missing"),
                fault("{'answers': [1]}", "#/inputs", "missing"),
                fault("{'inputs': [[1],[2]], 'answers': [[0],[0,1]]}", "#/answers/1", "2 values, the first row has 1"),
                fault("{'inputs': [[1],[2]], 'answers': ['a',1]}", "#/answers/1", "1 is not a class label"),
                fault("{'inputs': [[1],[2]], 'answers': [1,'a']}", "#/answers/1", "\"a\" is not a number"),
                fault("{'inputs': [[1]], 'answers': [[]]}", "#/answers", "empty answers"),
                fault("{'inputs': [[1]], 'answers': {}}", "#/answers", "an object: give a list"),
                // Test rows
                fault("{'testAnswers': [1]}", "#/testInputs", "missing"),
                fault("{'testInputs': []}", "#/testInputs", "at least one row"),
                fault("{'testInputs': [[1,1]]}", "#/testInputs", "2 numbers a row, the training rows"),
                fault(
                        "{'testInputs': ['1110'], 'expect': {'testCostBelow': 1}}",
                        "#/expect/testCostBelow",
                        "nobody says what the test rows should be answered: give testAnswers"),
                fault(
                        "{'testInputs': [[1,1]], 'testAnswers': [1]}",
                        "#/testInputs",
                        "2 numbers a row, the training rows"),
                fault("{'testInputs': ['1110'], 'testAnswers': [[1,0]]}", "#/testAnswers", "2 numbers an answer"),
                fault("{'inputs': [[1],[2]], 'answers': ['a','\\ud800']}", "#/answers/1", "half of a character"),
                fault("{'testInputs': ['1110'], 'testAnswers': ['yes']}", "#/testAnswers", "class labels"),
                fault(
                        "{'inputs': [[1],[2]], 'answers': ['a','b'], 'testInputs': [[1],[2]], 'testAnswers': ['a','c']}",
                        "#/testAnswers/1",
                        "\"c\" is not a label"),
                // Network
                fault("{'network': {'hidden': [0]}}", "#/network/hidden/0/neurons", "0"),
                fault("{'network': {'hidden': [-4]}}", "#/network/hidden/0/neurons", "-4"),
                fault("{'network': {'hidden': [1.5]}}", "#/network/hidden/0", "1.5"),
                fault("{'network': {'hidden': ['x']}}", "#/network/hidden/0", "the string"),
                fault("{'network': {'hidden': [null]}}", "#/network/hidden/0", "null"),
                fault("{'network': {'hidden': 4}}", "#/network/hidden", "4"),
                fault(
                        "{'network': {'hidden': [100000, 100000]}}",
                        "#/network/hidden",
                        "10000500000 weights and biases"),
                fault("{'network': {'hidden': [9999999999]}}", "#/network/hidden/0", "9999999999"),
                fault("{'network': {'hidden': [{'neurons': 3, 'baias': true}]}}", "#/network/hidden/0/baias", "bias"),
                fault("{'network': {'activation': 'sigmoind'}}", "#/network/activation", "sigmoid"),
                fault("{'network': {'activation': 'SIGMOID'}}", "#/network/activation", "sigmoid"),
                fault("{'network': {'outputActivation': 7}}", "#/network/outputActivation", "7"),
                fault("{'network': {'bias': 1}}", "#/network/bias", "1"),
                // Training
                fault("{'training': {'iterations': 1.5}}", "#/training/iterations", "1.5"),
                fault("{'training': {'iterations': -1}}", "#/training/iterations", "-1"),
                fault("{'training': {'iterations': 1e999}}", "#/training/iterations", "1e999"),
                fault("{'training': {'iterations': 99999999999999999999}}", "#/training/iterations", "9999999"),
                fault("{'training': {'iterations': '10'}}", "#/training/iterations", "10"),
                fault("{'training': {'learningRate': 0}}", "#/training/learningRate", "0"),
                fault("{'training': {'learningRate': -0.1}}", "#/training/learningRate", "-0.1"),
                fault("{'training': {'learningRate': 'NaN'}}", "#/training/learningRate", "NaN"),
                fault("{'training': {'learningRate': 1e999}}", "#/training/learningRate", "1e999"),
                fault("{'network': {'initializer': 'xavier'}}", "#/network/initializer", "glorot_uniform"),
                fault("{'network': {'hidden': [{'neurons': 3, 'dropout': 1}]}}", "#/network/hidden/0/dropout", "1"),
                fault("{'network': {'initialWeights': []}}", "#/network/initialWeights", "0 layers of weights"),
                fault(
                        "{'network': {'initialWeights': [{'weights': [[1]]}, {'weights': [[1],[1],[1],[1]]}]}}",
                        "#/network/initialWeights/0/weights",
                        "1 × 1 weights for 4 inputs × 4 neurons"),
                fault("{'training': {'optimizer': 'adm'}}", "#/training/optimizer", "adam"),
                fault("{'training': {'optimizer': {'name': 'adam', 'beta1': 1}}}", "#/training/optimizer/beta1", "1"),
                fault(
                        "{'training': {'optimizer': {'name': 'sgd', 'beta1': 0.5}}}",
                        "#/training/optimizer/beta1",
                        "not a parameter"),
                fault("{'training': {'optimizer': {}}}", "#/training/optimizer/name", "null"),
                fault("{'training': {'validationFraction': 1}}", "#/training/validationFraction", "1"),
                fault("{'from': {'version': 1}}", "#/from/model", "missing"),
                fault("{'training': {'seed': -1}}", "#/training/seed", "-1"),
                fault("{'training': {'seed': 4294967296}}", "#/training/seed", "4294967296"),
                fault("{'training': {'recordEvery': 0}}", "#/training/recordEvery", "0"),
                fault("{'training': {'iterations': 1000000, 'recordEvery': 1}}", "#/training/recordEvery", "every 10 "),
                fault("{'training': []}", "#/training", "a list"),
                fault(
                        "{'training': {'learningRateSchedule': {'name': 'cosine', 'gamma': 0.5}}}",
                        "#/training/learningRateSchedule/gamma",
                        "not a parameter of this schedule"),
                fault(
                        "{'network': {'hidden': [], 'activation': 'softmax'}}",
                        "#/network/activation",
                        "is of hidden layers, and there are none: leave it out, or say outputActivation"),
                fault(
                        "{'network': {'initializer': 'he_normal', 'initialWeights': []}}",
                        "#/network/initializer",
                        "leave one of the two out"),
                // Expectations
                fault("{'expect': {}}", "#/expect", "says nothing that could be missed"),
                fault("{'expect': {'costBelow': null}}", "#/expect", "says nothing that could be missed"),
                fault("{'expect': {'costBelow': -1}}", "#/expect/costBelow", "-1"),
                fault("{'expect': {'testAccuracyAtLeast': 2}}", "#/expect/testAccuracyAtLeast", "2"),
                fault(
                        "{'inputs': [[1]], 'answers': [1], 'expect': {'testCostBelow': 1}}",
                        "#/expect/testCostBelow",
                        "no test rows"),
                fault(
                        "{'inputs': [[1]], 'answers': [0.5], 'expect': {'accuracyAtLeast': 1}}",
                        "#/expect/accuracyAtLeast",
                        "only defined for"),
                // The rest
                fault("{'name': 'a b'}", "#/name", "a b"),
                fault("{'name': ''}", "#/name", "letters"),
                fault("{'nmae': 'x'}", "#/nmae", "name"),
                fault("{'dataset': {'name': 'xor', 'noise': 3}}", "#/dataset", "takes no noise"));
    }

    private static Arguments fault(String body, String pointer, String detail) {
        return Arguments.of(body.replace('\'', '"'), pointer, detail);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unusable")
    void refusesWhatCannotBeTrained(String body, String pointer, String detail) throws Exception {
        HttpResponse<String> answer = caller.post("/train", body);

        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(422);
        JsonNode errors = Caller.json(answer).get("errors");
        assertThat(errors).describedAs(answer.body()).hasSize(1);
        assertThat(errors.get(0).get("pointer").asString()).isEqualTo(pointer);
        assertThat(errors.get(0).get("detail").asString()).contains(detail);
    }

    @Test
    void tellsAllFaultsAtOnce() throws Exception {
        HttpResponse<String> answer = caller.post("/train", """
                {"nam": "x", "inputs": [[0,1],[1]], "answers": [0,1,"?"], "testInputs": [[1]],
                 "network": {"hidden": [4, 0], "bais": true},
                 "training": {"iterations": 1.5, "learningRate": -1, "seed": "one"}}
                """);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Caller.json(answer)
                        .get("errors")
                        .valueStream()
                        .map(error -> error.get("pointer").asString()))
                .containsExactlyInAnyOrder(
                        "#/nam",
                        "#/inputs/1",
                        "#/answers/2",
                        "#/network/hidden/1/neurons",
                        "#/network/bais",
                        "#/training/iterations",
                        "#/training/learningRate",
                        "#/training/seed");
    }

    @Test
    void tellsWhatIsWrongWithTheBodyTogetherWithWhatItsRowsDoNotAllow() throws Exception {
        HttpResponse<String> answer =
                caller.post("/train", "{\"name\": \"a b\", \"network\": {\"hidden\": [100000, 100000]}}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Caller.json(answer).get("errors"))
                .extracting(error -> error.get("pointer").asString())
                .containsExactly("#/name", "#/network/hidden");
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refusesWhatIsNoJson(String body) throws Exception {
        HttpResponse<String> answer = caller.post("/train", body);

        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(400);
        assertThat(Caller.json(answer).get("type").asString()).isEqualTo("/problems/malformed-json");
    }

    static Stream<String> malformed() {
        return Stream.of(
                "{",
                "{} {}",
                "{'name': 'x'}",
                "{\"name\": \"a\", \"name\": \"b\"}",
                "{\"inputs\": " + "[".repeat(10_000) + "]".repeat(10_000) + "}",
                "{\"training\": {\"learningRate\": NaN}}",
                "[1,]");
    }

    @Test
    void trainsTheCourseWhereNothingIsSaid() throws Exception {
        JsonNode job = Caller.json(caller.send(caller.to("/train?wait=60").POST(BodyPublishers.noBody())));

        assertThat(job.get("status").asString()).isEqualTo("succeeded");
        assertThat(job.get("model").get("name").asString()).isEqualTo("course");
    }

    @Test
    void trainsTheContractsExample() throws Exception {
        HttpResponse<String> answer = caller.post("/train?wait=60", """
                {
                  "name": "course",
                  "preset": "course",
                  "inputs":      [[0,0,0,1],[0,0,1,1],[0,1,1,1],[1,0,1,0],[1,1,1,1]],
                  "answers":     [[0],[0],[1],[0],[1]],
                  "testInputs":  [[1,1,1,0],[0,1,1,0],[0,0,1,0],[1,0,0,0]],
                  "testAnswers": [[1],[1],[0],[0]],
                  "network":  {"hidden": [4], "activation": "sigmoid", "outputActivation": "sigmoid", "bias": false},
                  "training": {"iterations": 10000, "learningRate": 1, "loss": "half_sum_squared_error",
                               "optimizer": "sgd", "batchSize": null, "seed": 1, "recordEvery": 10}
                }
                """);

        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
        assertThat(Caller.json(answer).get("result").get("test").get("accuracy").asDouble())
                .isEqualTo(1.0);
    }

    @Test
    void tellsClassesApartByTheirLabels() throws Exception {
        HttpResponse<String> answer = caller.post("/train?wait=60", """
                {"name": "fruit", "inputs": [[1,0],[0,1],[1,1],"00"], "answers": ["pear","apple","plum","apple"],
                 "testInputs": [[1,0]], "testAnswers": ["pear"],
                 "network": {"hidden": [{"neurons": 6, "activation": "tanh", "bias": true}], "bias": true},
                 "training": {"iterations": 2000}, "expect": {"accuracyAtLeast": 1, "testAccuracyAtLeast": 1}}
                """);

        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
        JsonNode prediction = Caller.json(caller.get("/predict?inputs=1,1&model=fruit"));
        assertThat(prediction.get("answer").asString()).isEqualTo("plum");
        assertThat(prediction.get("outputs")).hasSize(3);
        assertThat(Caller.json(caller.get("/models/fruit"))
                        .get("classes")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactly("apple", "pear", "plum");
    }

    @Test
    void answersWithTheNumberRatherThanYesOrNo() throws Exception {
        HttpResponse<String> answer = caller.post("/train?wait=60", """
                {"name": "line", "inputs": [[-1],[0],[1]], "answers": [-1,1,3],
                 "network": {"hidden": [], "outputActivation": "identity", "bias": true},
                 "training": {"learningRate": 0.1, "iterations": 1000, "loss": "mean_squared_error"}}
                """);

        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
        assertThat(Caller.json(answer).get("result").has("accuracy")).isFalse();
        JsonNode prediction = Caller.json(caller.get("/predict?inputs=10&model=line"));
        assertThat(prediction.get("outputs").get(0).asDouble())
                .isCloseTo(21, org.assertj.core.api.Assertions.within(1e-6));
        assertThat(prediction.get("answer")).isEqualTo(prediction.get("outputs").get(0));
    }

    @Test
    void failsForContinuousIntegrationWhenAnExpectationIsNotMet() throws Exception {
        HttpResponse<String> answer = caller.post("/train?wait=60", """
                {"name": "hasty", "training": {"iterations": 10}, "expect": {"costBelow": 0.01, "testAccuracyAtLeast": 0.95}}
                """);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = Caller.json(answer);
        assertThat(problem.get("type").asString()).isEqualTo("/problems/expectation-not-met");
        assertThat(problem.get("detail").asString()).contains("the cost is 0.4", "below 0.01", "the test accuracy is");
        JsonNode job = Caller.json(caller.get(problem.get("instance").asString()));
        assertThat(job.get("status").asString()).isEqualTo("failed");
        assertThat(job.get("problem").get("type").asString()).isEqualTo("/problems/expectation-not-met");
        assertThat(caller.get(job.get("links").get("model").asString()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void breaksOffBodyOfMoreValuesThanAreRead() throws Exception {
        String zeros = ",0".repeat(5_000_000);
        assertBrokenOff("{\"inputs\": [[0" + zeros + "]], \"answers\": [0]}", "#/inputs/0/5000000", "5000000 numbers");
        assertBrokenOff(
                "{\"inputs\": [\"" + zeros.replace(",", "") + "0\"], \"answers\": [0]}", "#/inputs/0", "5000000");
        assertBrokenOff("{\"answers\": [0" + zeros + "]}", "#/answers/5000000", "5000000 numbers");
        String labels = ",\"a\"".repeat(5_000_000);
        assertBrokenOff("{\"answers\": [\"a\"" + labels + "]}", "#/answers/5000000", "5000000 numbers");
    }

    @Test
    void breaksOffLabelsOfMoreClassesThanAnyNetworkTellsApart() throws Exception {
        String labels = IntStream.rangeClosed(0, 100_000)
                .mapToObj(label -> "\"" + label + "\"")
                .collect(Collectors.joining(","));
        assertBrokenOff("{\"answers\": [" + labels + "]}", "#/answers/100000", "100000 different labels");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "{}", "null"})
    void breaksOffTooManyLayers(String layer) throws Exception {
        assertBrokenOff(
                "{\"network\": {\"hidden\": [1" + (",1".repeat(99) + "," + layer) + "]}}",
                "#/network/hidden/100",
                "more than 100 hidden layers");
    }

    private void assertBrokenOff(String body, String pointer, String detail) throws Exception {
        HttpResponse<String> answer = caller.post("/train", body);
        assertThat(answer.statusCode()).isEqualTo(422);
        JsonNode error = Caller.json(answer).get("errors").get(0);
        assertThat(error.get("pointer").asString()).isEqualTo(pointer);
        assertThat(error.get("detail").asString()).contains(detail);
    }

    @Test
    void refusesMoreAnswersAtOnceThanFitIntoMemory() throws Exception {
        String wide = "0,".repeat(1000) + "0";
        caller.post("/train?wait=60", """
                {"name": "wide", "inputs": [[1]], "answers": [[%s]], "network": {"hidden": []},
                 "training": {"iterations": 0}}
                """.formatted(wide));

        HttpResponse<String> answer =
                caller.post("/predict?model=wide", "{\"inputs\": [[1]" + ",[1]".repeat(4999) + "]}");

        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(422);
        assertThat(Caller.json(answer).get("type").asString()).isEqualTo("/problems/too-many-answers");
        assertThat(Caller.json(answer).get("detail").asString())
                .isEqualTo(
                        "5000 rows through the 1001 outputs of wide version 1 are 5005000 numbers, of at most 5000000.");
    }

    @Test
    void tellsBadRowOfQuestionOnce() throws Exception {
        HttpResponse<String> answer = caller.post("/predict", "{\"inputs\": [\"01x0\"]}");

        assertThat(Caller.json(answer).get("errors")).hasSize(1);
        assertThat(Caller.json(caller.post("/predict", "{}")).get("detail").asString())
                .isEqualTo("#/inputs: missing: give a list of rows");
    }

    @Test
    void readsAndWritesNoYaml() throws Exception {
        HttpResponse<String> read = caller.send(caller.to("/train")
                .header("Content-Type", "application/yaml")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("training: {iterations: -1}")));
        assertThat(read.statusCode()).isEqualTo(415);

        HttpResponse<String> written = caller.send(caller.to("/jobs").header("Accept", "application/yaml"));
        assertThat(written.statusCode()).isEqualTo(406);
        assertThat(written.body()).doesNotContain("yaml,", ", application/yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/jobs", "/actuator/health", "/models"})
    void answersInUtf8WhateverCharsetIsAccepted(String path) throws Exception {
        HttpResponse<String> answer =
                caller.send(caller.to(path).header("Accept", "application/json;charset=iso-8859-1"));

        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    }
}
