package dev.feedforward.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.feedforward.Caller;
import dev.feedforward.FeedforwardTest;
import dev.feedforward.nn.CourseReference;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What inputs do to answers, and what neurons look for. */
@FeedforwardTest
class InsightTests {

    @Autowired
    private Caller caller;

    private Asking asking;

    @BeforeEach
    void ask() {
        asking = new Asking(caller);
    }

    @Test
    void findsTheBitThatTheCoursesNetworkGoesBy() throws Exception {
        asking.train("{'name': 'bits'}");

        JsonNode found = asking.get("/sensitivity?model=bits&bits=0110");

        assertThat(found.get("summary").asString())
                .isEqualTo("Flipping bit 1 changes the answer; flipping any other alone does not.");
        assertThat(found.get("items")).hasSize(4);
        String[] flipped = {"1110", "0010", "0100", "0111"};
        CourseReference numpy = CourseReference.load();
        for (int i = 0; i < 4; i++) {
            JsonNode item = found.get("items").get(i);
            double then = numpy.outputsOfAll16Patterns().get(flipped[i]);
            assertThat(item.get("bits").asString()).isEqualTo(flipped[i]);
            assertThat(item.get("outputs").get(0).asDouble()).isCloseTo(then, within(1e-12));
            assertThat(item.get("change").get(0).asDouble())
                    .isCloseTo(then - numpy.outputsOfAll16Patterns().get("0110"), within(1e-12));
            assertThat(item.get("changesAnswer").asBoolean()).isEqualTo(i == 1);
        }
    }

    @Test
    void tellsTheSlopeOfEachColumnInItsOwnUnit() throws Exception {
        asking.train("{'name': 'steep', 'inputs': [[0, 100], [1, 200], [2, 100], [3, 300], [4, 200]],"
                + " 'answers': [0, 7, 14, 21, 28], 'preset': 'regressor',"
                + " 'network': {'hidden': []}, 'training': {'epochs': 3000, 'validationFraction': 0}}");

        JsonNode found = asking.get("/sensitivity?model=steep&inputs=2,150");

        assertThat(found.get("items").get(0).get("slope").get(0).asDouble()).isCloseTo(7, within(0.01));
        assertThat(found.get("items").get(1).get("slope").get(0).asDouble()).isCloseTo(0, within(0.01));
        assertThat(found.get("items").get(0).has("bits")).isFalse();
        assertThat(found.get("summary").asString()).isEqualTo("The answer goes most steeply with input 0.");
    }

    @Test
    void answersAllOverThePlane() throws Exception {
        asking.train("{'name': 'plane', 'dataset': 'gauss', 'preset': 'classifier', 'training': {'epochs': 3},"
                + " 'network': {'hidden': [3, 2]}}");

        JsonNode surface = asking.get("/decision-surface?model=plane&points=5&min=-4&max=4&min2=-2&max2=2&decimals=15");

        assertThat(surface.get("xs").toString()).isEqualTo("[-4.0,-2.0,0.0,2.0,4.0]");
        assertThat(surface.get("ys").toString()).isEqualTo("[-2.0,-1.0,0.0,1.0,2.0]");
        assertThat(surface.get("outputs").get(0).get(1).get(3).asDouble())
                .isCloseTo(
                        asking.get("/predict?model=plane&inputs=2,-1")
                                .get("outputs")
                                .get(0)
                                .asDouble(),
                        within(1e-14));
        JsonNode step = asking.get("/step?model=plane&inputs=2,-1");
        for (int layer = 0; layer < 2; layer++) {
            JsonNode neurons = surface.get("layers").get(layer).get("neurons");
            assertThat(neurons).hasSize(layer == 0 ? 3 : 2);
            assertThat(neurons.get(1).get(1).get(3).asDouble())
                    .isCloseTo(
                            step.get("layers")
                                    .get(layer)
                                    .get("activations")
                                    .get(0)
                                    .get(1)
                                    .asDouble(),
                            within(1e-14));
        }
        assertThat(caller.get("/decision-surface?model=plane&points=5&format=svg")
                        .body())
                .startsWith("<svg");
        JsonNode ranged = asking.get("/decision-surface?model=plane");
        assertThat(ranged.get("xs")).hasSize(40);
        assertThat(Asking.numbers(ranged.get("xs"))[0]).isBetween(-8.0, -1.0);
    }

    @Test
    void answersAllOverThePlaneWithoutItsRows() throws Exception {
        JsonNode job = asking.train("{'name': 'rowless', 'inputs': [[0, 0], [1, 1]], 'answers': [0, 1],"
                + " 'training': {'iterations': 1}}");
        assertThat(Asking.numbers(asking.get("/decision-surface?model=rowless").get("xs"))[0])
                .isCloseTo(-0.1, within(1e-12));
        caller.delete("/jobs/" + job.get("id").asLong());

        double[] xs =
                Asking.numbers(asking.get("/decision-surface?model=rowless").get("xs"));
        assertThat(xs[0]).isEqualTo(-6);
        assertThat(xs[39]).isEqualTo(6);
    }

    @Test
    void listsEveryWeightThenAndNow() throws Exception {
        asking.train("{'name': 'weights'}");
        CourseReference numpy = CourseReference.load();

        JsonNode now = asking.get("/weights?model=weights");
        JsonNode first = asking.get("/weights?model=weights&iteration=0");

        assertThat(first.get("iteration").asLong()).isZero();
        assertThat(now.has("iteration")).isFalse();
        for (int i = 0; i < 4; i++) {
            assertThat(Asking.numbers(first.get("layers").get(0).get("weights").get(i)))
                    .containsExactly(numpy.initialWeights().hidden()[i]);
            assertThat(Asking.numbers(now.get("layers").get(0).get("weights").get(i)))
                    .containsExactly(numpy.finalWeights().hidden()[i], within(1e-12));
        }
        assertThat(now.get("layers").get(1).get("activation").asString()).isEqualTo("sigmoid");
    }

    @Test
    void showsWhatNeuronsLookFor() throws Exception {
        asking.train("{'name': 'looking', 'dataset': {'name': 'digits', 'samples': 100}, 'preset': 'classifier',"
                + " 'network': {'hidden': [3]}, 'training': {'epochs': 1}}");

        JsonNode images = asking.get("/weight-images?model=looking");
        JsonNode weights =
                asking.get("/weights?model=looking").get("layers").get(0).get("weights");

        assertThat(images.get("width").asInt()).isEqualTo(16);
        assertThat(images.get("items")).hasSize(3);
        JsonNode second = images.get("items").get(1);
        assertThat(second.get("weights").get(200)).isEqualTo(weights.get(200).get(1));
        double[] pixels = Asking.numbers(second.get("weights"));
        assertThat(pixels).hasSize(256);
        assertThat(second.get("min").asDouble())
                .isEqualTo(Arrays.stream(pixels).min().orElseThrow());
        assertThat(caller.get("/weight-images?model=looking&format=svg").body()).startsWith("<svg");
        assertThat(caller.get("/weight-images?model=looking&format=png")
                        .headers()
                        .firstValue("Content-Type"))
                .contains("image/png");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /sensitivity?model=asked                              | 400 | nothing to predict for
            /sensitivity?model=asked&bits=011                     | 422 | 3 inputs were given
            /sensitivity?model=asked&inputs=1,2,NaN,4             | 400 | finite
            /sensitivity?model=asked&inputs=1,x                   | 400 | inputs
            /decision-surface?model=asked                         | 422 | has 4 inputs
            /decision-surface?model=two&points=1                  | 400 | points
            /decision-surface?model=two&points=202                | 400 | points
            /decision-surface?model=two&decimals=16               | 400 | decimals
            /decision-surface?model=two&min=3&max=2               | 400 | no range
            /decision-surface?model=two&min2=NaN                  | 400 | min2 and max2
            /decision-surface?model=two&points=201                | 422 | of at most 500000
            /weight-images?model=asked                            | 422 | no picture
            /weight-images?model=asked&format=csv                 | 406 | csv
            /weights?model=asked&iteration=-1                     | 400 | before the training
            /weights?model=asked&iteration=2                      | 400 | 1
            /weights?model=nobody                                 | 404 | nobody
            """)
    void saysWhatIsWrongWithTheQuestion(String path, int status, String detail) throws Exception {
        asking.train("{'name': 'asked', 'training': {'iterations': 1}}");
        asking.train("{'name': 'two', 'dataset': 'xor', 'network': {'hidden': [20]}, 'training': {'iterations': 1}}");

        assertThat(asking.refused(path, status)).contains(detail);
    }

    @Test
    void refusesMoreNumbersThanOneAnswerTells() throws Exception {
        asking.train("{'name': 'wide', 'dataset': 'xor', 'network': {'hidden': [700, 800]},"
                + " 'training': {'iterations': 1, 'learningRate': 0.001}}");

        assertThat(asking.refused("/weights?model=wide", 422)).contains("562200");
        asking.get("/decision-surface?model=wide&points=10");
    }
}
