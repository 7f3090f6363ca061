package dev.feedforward.insight.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.feedforward.Caller;
import dev.feedforward.FeedforwardTest;
import dev.feedforward.insight.Asking;
import dev.feedforward.nn.CourseReference;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@FeedforwardTest
class StepTests {

    @Autowired
    private Caller caller;

    private Asking asking;

    @BeforeEach
    void ask() {
        asking = new Asking(caller);
    }

    @Test
    void tellsTheCoursesFirstIterationAsNumpyComputesIt() throws Exception {
        asking.train("{'name': 'first'}");
        CourseReference numpy = CourseReference.load();

        JsonNode step = asking.get("/step?model=first&iteration=0");

        assertThat(step.get("rows").asInt()).isEqualTo(5);
        assertThat(step.get("cost").asDouble()).isCloseTo(numpy.cost()[0], within(1e-12));
        JsonNode hidden = step.get("layers").get(0);
        double[][] weights = numpy.initialWeights().hidden();
        assertThat(hidden.get("weights").get(3).get(1).asDouble()).isEqualTo(weights[3][1]);
        // The first row is 0001.
        double sum = weights[3][1];
        assertThat(hidden.get("weightedSums").get(0).get(1).asDouble()).isEqualTo(sum);
        assertThat(hidden.get("activations").get(0).get(1).asDouble())
                .isCloseTo(1 / (1 + Math.exp(-sum)), within(1e-15));
        assertThat(step.has("note")).isFalse();
        for (JsonNode layer : step.get("layers")) {
            assertThat(layer.has("biases")).isFalse();
            assertThat(layer.has("biasGradients")).isFalse();
        }
        double output = step.get("outputs").get(0).get(0).asDouble();
        assertThat(step.get("errors").get(0).get(0).asDouble()).isEqualTo(output);
        JsonNode last = step.get("layers").get(1);
        assertThat(last.get("deltas").get(0).get(0).asDouble())
                .isCloseTo(output * output * (1 - output), within(1e-15));
        double gradient = 0;
        for (int row = 0; row < 5; row++) {
            gradient += last.get("inputs").get(row).get(2).asDouble()
                    * last.get("deltas").get(row).get(0).asDouble();
        }
        assertThat(last.get("weightGradients").get(2).get(0).asDouble()).isCloseTo(gradient, within(1e-15));
        assertThat(last.get("weightsAfter").get(2).get(0).asDouble())
                .isCloseTo(numpy.initialWeights().output()[2][0] - gradient, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "500", "9999"})
    void correctsTheWeightsAsTheTrainingDid(int iteration) throws Exception {
        asking.train("{'name': 'same', 'network': {'hidden': [3, 2], 'bias': true, 'activation': 'tanh'},"
                + " 'training': {'learningRate': 0.5, 'l2': 0.001}}");

        JsonNode step = asking.get("/step?model=same&iteration=" + iteration);
        JsonNode next = asking.get("/step?model=same&iteration=" + (iteration + 1));

        for (int layer = 0; layer < 3; layer++) {
            JsonNode before = step.get("layers").get(layer);
            JsonNode after = next.get("layers").get(layer);
            assertThat(before.get("weightsAfter")).isEqualTo(after.get("weights"));
            assertThat(before.get("biasesAfter")).isEqualTo(after.get("biases"));
        }
        assertThat(step.get("costAfter")).isEqualTo(next.get("cost"));
        assertThat(step.get("lossAfter")).isEqualTo(next.get("loss"));
        assertThat(step.get("note").asString()).startsWith("Penalties");
    }

    @Test
    void tellsTheStoryOfOneRow() throws Exception {
        asking.train("{'name': 'told'}");

        JsonNode step = asking.get("/step?model=told&bits=0110&answer=1");

        assertThat(step.get("rows").asInt()).isEqualTo(1);
        assertThat(step.get("lossAfter").asDouble()).isLessThan(step.get("loss").asDouble());
        List<JsonNode> story = step.get("steps").valueStream().toList();
        assertThat(story.stream().map(part -> part.get("title").asString()))
                .containsExactly(
                        "Hidden layer 1: weighted sums",
                        "Hidden layer 1: activations",
                        "Output layer: weighted sums",
                        "Output layer: activations",
                        "Error",
                        "Loss",
                        "Output layer: deltas",
                        "Output layer: gradient",
                        "Hidden layer 1: deltas",
                        "Hidden layer 1: gradient",
                        "Hidden layer 1: correction",
                        "Output layer: correction",
                        "What it did");
        assertThat(story.get(0).get("numbers").asString())
                .isEqualTo("z₀ = 0 · 0.343 + 1 · −3.8 + 1 · 0.254 + 0 · 0.51 = −3.54");
        assertThat(story.get(4).get("numbers").asString()).isEqualTo("0.995 − 1 = −0.00535");
        assertThat(story.get(12).get("words").asString()).contains("smaller");
        assertThat(asking.get("/step?model=told&bits=0110&answer=1&learningRate=1e6")
                        .get("steps")
                        .get(12)
                        .get("words")
                        .asString())
                .isNotEmpty();
    }

    @Test
    void onlyFeedsForwardWithoutAnAnswer() throws Exception {
        asking.train("{'name': 'forward'}");

        JsonNode step = asking.get("/step?model=forward&bits=0110");

        assertThat(step.get("outputs").get(0))
                .isEqualTo(asking.get("/predict?model=forward&bits=0110").get("outputs"));
        assertThat(step.get("steps")).hasSize(4);
        for (String absent : List.of("answers", "errors", "cost", "loss", "costAfter", "lossAfter")) {
            assertThat(step.has(absent)).as(absent).isFalse();
        }
        assertThat(step.get("layers").get(0).has("deltas")).isFalse();
        assertThat(step.get("layers").get(0).has("weightsAfter")).isFalse();
    }

    @Test
    void saysWhereItDiffersFromTheTraining() throws Exception {
        asking.train("{'name': 'adam', 'dataset': 'spiral', 'preset': 'classifier', 'training': {'epochs': 1,"
                + " 'learningRateSchedule': 'cosine'},"
                + " 'network': {'hidden': [{'neurons': 4, 'activation': 'relu', 'dropout': 0.5}]}}");

        JsonNode step = asking.get("/step?model=adam&inputs=1,-2&answer=1");

        assertThat(step.get("note").asString())
                .contains("starts afresh", "Dropout is off", "without its schedule", "standardised");
        assertThat(step.get("inputs").toString()).isEqualTo("[[1.0,-2.0]]");
        assertThat(step.get("layers").get(0).get("inputs").toString()).isNotEqualTo("[[1.0,-2.0]]");
        assertThat(asking.get("/step?model=adam&inputs=1,-2&answer=1")).isEqualTo(step);
    }

    @Test
    void takesClassesAndSeveralOutputs() throws Exception {
        asking.train("{'name': 'animals', 'inputs': [[0], [1], [2]], 'answers': ['cat', 'dog', 'cow'],"
                + " 'preset': 'classifier', 'training': {'epochs': 1}}");
        asking.train("{'name': 'pairs', 'inputs': [[0], [1]], 'answers': [[0, 1], [1, 0]],"
                + " 'training': {'iterations': 1}}");
        asking.train("{'name': 'digits', 'dataset': {'name': 'digits', 'samples': 100}, 'preset': 'classifier',"
                + " 'network': {'hidden': [2]}, 'training': {'epochs': 1}}");

        assertThat(asking.get("/step?model=animals&inputs=1&answer=cow")
                        .get("answers")
                        .toString())
                .isEqualTo("[[0.0,1.0,0.0]]");
        assertThat(asking.get("/step?model=pairs&inputs=1&answer=0,1")
                        .get("answers")
                        .toString())
                .isEqualTo("[[0.0,1.0]]");
        assertThat(asking.get("/step?model=digits&bits=" + "0".repeat(256) + "&answer=7")
                        .get("answers")
                        .toString())
                .isEqualTo("[[0.0,0.0,0.0,0.0,0.0,0.0,0.0,1.0,0.0,0.0]]");
        assertThat(asking.refused("/step?model=animals&inputs=1&answer=cat,dog", 400))
                .contains("none of the classes", "cat, cow, dog");
    }

    @Test
    void keepsTheUnitsOfTheAnswers() throws Exception {
        asking.train(
                "{'name': 'metres', 'inputs': [[1], [2], [3], [4]], 'answers': [100, 200, 300, 400],"
                        + " 'preset': 'regressor', 'network': {'hidden': []}, 'training': {'epochs': 1, 'validationFraction': 0}}");

        JsonNode step = asking.get("/step?model=metres&inputs=2&answer=200");

        double output = asking.get("/predict?model=metres&inputs=2")
                .get("outputs")
                .get(0)
                .asDouble();
        assertThat(step.get("outputs").get(0).get(0).asDouble()).isEqualTo(output);
        assertThat(step.get("errors").get(0).get(0).asDouble()).isEqualTo(output - 200);
        assertThat(step.get("cost").asDouble()).isCloseTo(Math.abs(output - 200), within(1e-9));
        assertThat(step.get("note").asString()).contains("standardised units");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            answer=1                           | 400 | the answer to no row
            bits=0110&answer=                  | 400 | no finite number
            bits=0110&answer=NaN               | 400 | no finite number
            bits=0110&answer=1e999             | 400 | no finite number
            bits=0110&answer=one               | 400 | no finite number
            bits=0110&answer=1,0               | 400 | answers with 1
            bits=011&answer=1                  | 422 | 3 inputs were given
            bits=01x0                          | 400 | more than 0 and 1
            bits=0110&inputs=0,1,1,0           | 400 | Both bits and inputs
            bits=                              | 422 | 0 inputs were given
            bits=0110&answer=1&learningRate=-1 | 400 | learningRate=-1
            bits=0110&answer=1&learningRate=NaN | 400 | learningRate=NaN
            bits=0110&answer=1&learningRate=x  | 400 | learningRate
            bits=0110&iteration=-1             | 400 | before the training
            """)
    void saysWhatIsWrongWithTheQuestion(String query, int status, String detail) throws Exception {
        asking.train("{'name': 'asked', 'training': {'iterations': 1}}");

        assertThat(asking.refused("/step?model=asked&" + query, status)).contains(detail);
    }

    @Test
    void refusesMoreRowsThanOneAnswerTells() throws Exception {
        asking.train("{'name': 'many', 'dataset': {'name': 'digits', 'samples': 1000}, 'preset': 'classifier',"
                + " 'network': {'hidden': [2]}, 'training': {'epochs': 1}}");

        assertThat(asking.refused("/step?model=many", 422)).contains("of at most 500000");
    }
}
