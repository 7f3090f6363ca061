package dev.feedforward.training.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.FeedforwardTest;
import dev.feedforward.training.TrainingCalls;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What ends a training and how it is counted, and settings that contradict each other. */
@FeedforwardTest
class TrainingEndTests extends TrainingCalls {

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
    void takesAllRowsWhenTheBatchIsLargerThanTheyAre() throws Exception {
        JsonNode job = train("{'name': 'large-batch', 'training': {'iterations': 10, 'batchSize': 2147483647}}");

        assertThat(job.get("progress").get("epoch").asLong()).isEqualTo(10);
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
                        "{'preset': 'classifier', 'inputs': [[1],[2]], 'answers': [0, 2.5]}",
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
}
