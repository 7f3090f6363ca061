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
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Slices, surfaces and the check of the gradient. */
@FeedforwardTest
class LandscapeTests {

    @Autowired
    private Caller caller;

    private Asking asking;

    @BeforeEach
    void ask() {
        asking = new Asking(caller);
    }

    @Test
    void slicesTheLossThroughTheCurrentWeight() throws Exception {
        asking.train("{'name': 'sliced'}");
        double weight = CourseReference.load().finalWeights().hidden()[1][2];

        JsonNode slice = asking.get("/slice?model=sliced&layer=0&from=1&to=2");

        JsonNode current = slice.get("current");
        JsonNode step = asking.get("/step?model=sliced");
        assertThat(current.get("weight").asDouble()).isCloseTo(weight, within(1e-12));
        assertThat(current.get("cost")).isEqualTo(step.get("cost"));
        assertThat(current.get("loss")).isEqualTo(step.get("loss"));
        double slope = current.get("derivative").asDouble();
        assertThat(slope)
                .isEqualTo(step.get("layers")
                        .get(0)
                        .get("weightGradients")
                        .get(1)
                        .get(2)
                        .asDouble());
        double[] weights = Asking.numbers(slice.get("weight"));
        double[] loss = Asking.numbers(slice.get("loss"));
        assertThat(weights).hasSize(61);
        assertThat(weights[0]).isCloseTo(weight - 3, within(1e-12));
        assertThat(weights[60]).isCloseTo(weight + 3, within(1e-12));
        assertThat(weights[30]).isCloseTo(weight, within(1e-12));
        assertThat(loss[30]).isCloseTo(current.get("loss").asDouble(), within(1e-12));
        assertThat(slice.get("next").get("weight").asDouble())
                .isEqualTo(current.get("weight").asDouble() - slope);
        double[] line = Asking.numbers(slice.get("tangent").get("loss"));
        double[] ends = Asking.numbers(slice.get("tangent").get("weight"));
        assertThat((line[1] - line[0]) / (ends[1] - ends[0])).isCloseTo(slope, within(1e-12));
        double near = 1e-4;
        JsonNode close = asking.get(
                "/slice?model=sliced&layer=0&from=1&to=2&points=2&min=" + (weight - near) + "&max=" + (weight + near));
        double[] around = Asking.numbers(close.get("loss"));
        assertThat((around[1] - around[0]) / (2 * near)).isCloseTo(slope, within(1e-9));
    }

    @Test
    void slicesBiases() throws Exception {
        asking.train("{'name': 'biased', 'network': {'bias': true}, 'training': {'iterations': 100}}");

        JsonNode slice = asking.get("/slice?model=biased&layer=1&from=bias&points=5&min=-1&max=1");

        assertThat(slice.get("from").asString()).isEqualTo("bias");
        assertThat(slice.get("weight").toString()).isEqualTo("[-1.0,-0.5,0.0,0.5,1.0]");
        assertThat(slice.get("current").get("weight"))
                .isEqualTo(asking.get("/weights?model=biased")
                        .get("layers")
                        .get(1)
                        .get("biases")
                        .get(0));
    }

    @Test
    void showsTheWayOfTheTraining() throws Exception {
        asking.train("{'name': 'way'}");
        CourseReference numpy = CourseReference.load();

        JsonNode surface = asking.get("/slice/surface?model=way&layer=0&from=1&to=2&layer2=1&from2=0&to2=0&points=7");

        double[] xs = Asking.numbers(surface.get("xs"));
        double[] ys = Asking.numbers(surface.get("ys"));
        assertThat(xs).hasSize(7);
        assertThat(Asking.numbers(surface.get("loss"))).hasSize(49);
        double[] x = Asking.numbers(surface.get("path").get("x"));
        double[] y = Asking.numbers(surface.get("path").get("y"));
        assertThat(x[0]).isEqualTo(numpy.initialWeights().hidden()[1][2]);
        assertThat(y[0]).isEqualTo(numpy.initialWeights().output()[0][0]);
        assertThat(x[x.length - 1])
                .isEqualTo(surface.get("current").get("x").asDouble())
                .isCloseTo(numpy.finalWeights().hidden()[1][2], within(1e-9));
        assertThat(y[y.length - 1]).isEqualTo(surface.get("current").get("y").asDouble());
        assertThat(Arrays.stream(x).boxed()).allMatch(value -> value >= xs[0] && value <= xs[6]);
        assertThat(Arrays.stream(y).boxed()).allMatch(value -> value >= ys[0] && value <= ys[6]);
        JsonNode row =
                asking.get("/slice?model=way&layer=0&from=1&to=2&points=7&min=%s&max=%s".formatted(xs[0], xs[6]));
        JsonNode through = asking.get(("/slice/surface?model=way&layer=0&from=1&to=2&layer2=1&from2=0&to2=0&points=7"
                        + "&min=%s&max=%s&min2=%s&max2=%s")
                .formatted(xs[0], xs[6], y[y.length - 1] - 3, y[y.length - 1] + 3));
        double[] slice = Asking.numbers(row.get("loss"));
        double[] middle = Asking.numbers(through.get("loss").get(3));
        for (int i = 0; i < 7; i++) {
            assertThat(middle[i]).isCloseTo(slice[i], within(1e-9));
        }
    }

    @Test
    void leavesTheWayOutWhereTheRowsAreGone() throws Exception {
        JsonNode job = asking.train("{'name': 'gone', 'inputs': ['00', '01'], 'answers': [0, 1]}");
        assertThat(caller.get("/slice/surface?model=gone&points=2").statusCode())
                .isEqualTo(200);
        caller.delete("/jobs/" + job.get("id").asLong());

        assertThat(asking.refused("/slice/surface?model=gone&points=2", 409)).contains("deleted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'name': 'checked'}",
                "{'name': 'checked', 'network': {'hidden': [5, 3], 'activation': 'gelu', 'bias': true}}",
                "{'name': 'checked', 'dataset': 'spiral', 'preset': 'classifier', 'training': {'epochs': 2}}",
                "{'name': 'checked', 'dataset': {'name': 'digits', 'samples': 200}, 'preset': 'classifier',"
                        + " 'network': {'hidden': [16], 'activation': 'tanh'}, 'training': {'epochs': 2}}",
                "{'name': 'checked', 'inputs': [[1], [2], [3]], 'answers': [5e8, 6e8, 9e8], 'preset': 'regressor',"
                        + " 'network': {'activation': 'softplus'}, 'training': {'epochs': 2}}"
            })
    void findsBackPropagationRight(String body) throws Exception {
        asking.train(body);

        JsonNode check = asking.get("/gradient-check?model=checked");

        assertThat(check.get("passed").asBoolean()).as(check.toString()).isTrue();
        assertThat(check.get("checked").asInt())
                .isEqualTo(Math.min(200, check.get("weights").asInt()));
        assertThat(check.get("items")).hasSize(check.get("checked").asInt());
        assertThat(Asking.numbers(check.get("items").get(0).get("numeric"))[0]).isNotZero();
        assertThat(check.get("summary").asString()).contains("back-propagation is right");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/slice", "/slice/surface"})
    void drawsWhatItFound(String path) throws Exception {
        asking.train("{'name': 'drawn'}");
        String asked = path + "?model=drawn&points=5&format=";

        assertThat(caller.get(asked + "svg").body()).startsWith("<svg");
        assertThat(caller.get(asked + "png").headers().firstValue("Content-Type"))
                .contains("image/png");
        assertThat(caller.get(asked + "csv").body().lines().count()).isEqualTo(path.equals("/slice") ? 6 : 26);
        assertThat(asking.refused(asked + "webp", 406)).contains("webp");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /slice?layer=2                       | 400 | layers 0 to 1
            /slice?layer=-1                      | 400 | layers 0 to 1
            /slice?layer=x                       | 400 | layer
            /slice?from=4                        | 400 | inputs 0 to 3 into layer 0
            /slice?from=-1                       | 400 | inputs 0 to 3 into layer 0
            /slice?from=bias                     | 400 | no biases in layer 0
            /slice?from=99999999999999           | 400 | inputs 0 to 3 into layer 0
            /slice?to=4                          | 400 | neurons 0 to 3
            /slice?min=1&max=1                   | 400 | no range
            /slice?min=2&max=1                   | 400 | no range
            /slice?min=NaN                       | 400 | no range
            /slice?max=Infinity                  | 400 | no range
            /slice?min=-1e300                    | 400 | no range
            /slice?points=1                      | 400 | points
            /slice?points=1002                   | 400 | points
            /slice/surface?points=102            | 400 | points
            /slice/surface?layer2=5              | 400 | layers 0 to 1
            /slice/surface?min2=3&max2=2         | 400 | min2 and max2
            """)
    void saysWhatIsWrongWithTheQuestion(String path, int status, String detail) throws Exception {
        asking.train("{'name': 'asked', 'training': {'iterations': 1}}");

        assertThat(asking.refused(path + "&model=asked", status)).contains(detail);
    }
}
