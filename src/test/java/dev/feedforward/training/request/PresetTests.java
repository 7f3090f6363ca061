package dev.feedforward.training.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.feedforward.FeedforwardTest;
import dev.feedforward.training.TrainingCalls;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the presets make of ordinary data, and how a training is shaped, continued and ended over HTTP. */
@FeedforwardTest
class PresetTests extends TrainingCalls {

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

    /** A tenth of fewer rows is too few to tell by them when to stop. */
    @Test
    void setsRowsAsideToStopByWhereThereAreEnough() throws Exception {
        for (int rows : List.of(299, 300)) {
            Table training = plane(1, rows);
            JsonNode settings = model(train(Map.of(
                            "name",
                            "aside",
                            "preset",
                            "regressor",
                            "inputs",
                            training.inputs,
                            "answers",
                            training.answers,
                            "training",
                            Map.of("epochs", 1))))
                    .get("training");

            assertThat(settings.get("validationFraction").asDouble()).isEqualTo(rows < 300 ? 0.0 : 0.1);
            assertThat(settings.has("earlyStopping")).isEqualTo(rows >= 300);
        }
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
            assertThat(items.get(i).get("answer").asDouble()).isEqualTo(output);
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
}
