package dev.feedforward.training.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.FeedforwardTest;
import dev.feedforward.training.TrainingCalls;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Warnings tell the cause first, and the change that they propose does away with it. */
@FeedforwardTest
class FixTests extends TrainingCalls {

    private static final String LINE = "'inputs': [[0],[1],[2],[3]]";

    /** 30 rows of one input, from 0 to 2.9. */
    private static final String TENTHS = "'inputs': " + list(i -> "[" + i / 10.0 + "]") + ", 'answers': ";

    @ParameterizedTest
    @MethodSource
    void trainsBetterOnceItsFixIsApplied(String code, String fix, String request) throws Exception {
        JsonNode before = train(request);
        JsonNode warning = before.get("warnings").get(0);

        assertThat(warning.get("code").asString()).as(before.toString()).isEqualTo(code);
        assertThat(warning.get("fix")).isEqualTo(JsonMapper.shared().readTree(quoted(fix)));

        JsonNode after = train(patched(request, warning.get("fix")));

        assertThat(codes(after)).doesNotContain(code);
        assertThat(quality(after)).as("%s, then %s", before, after).isGreaterThan(quality(before));
    }

    static Stream<Arguments> trainsBetterOnceItsFixIsApplied() {
        return Stream.of(
                fixed("answers_out_of_reach", "{'preset': 'regressor'}", LINE + ", 'answers': [10, 20, 30, 40]"),
                fixed(
                        "answers_out_of_reach",
                        "{'preset': 'regressor', 'network': {'outputActivation': null}}",
                        LINE + ", 'answers': [10, 20, 30, 40], 'network': {'outputActivation': 'sigmoid'}"),
                fixed(
                        "answers_out_of_reach",
                        "{'preset': 'regressor', 'network': {'outputActivation': null}}",
                        LINE + ", 'answers': [-10, -20, -30, -40], 'network': {'outputActivation': 'tanh'}"),
                fixed(
                        "answers_out_of_reach",
                        "{'preset': 'regressor', 'network': {'outputActivation': null}, 'training': {'learningRate': null}}",
                        LINE + ", 'answers': [-1, -2, -3, -4], 'network': {'outputActivation': 'softplus'},"
                                + " 'training': {'learningRate': 0.5}"),
                fixed(
                        "answers_out_of_reach",
                        "{'preset': 'regressor', 'network': {'outputActivation': null}}",
                        LINE + ", 'answers': [-1, -2, -3, -4], 'network': {'outputActivation': 'relu'}"),
                fixed(
                        "answers_out_of_reach",
                        "{'preset': 'regressor', 'network': {'outputActivation': null}}",
                        LINE + ", 'answers': [[0.1, 0.1], [0.2, 0.2], [0.3, 0.3], [0.4, 0.4]],"
                                + " 'network': {'outputActivation': 'softmax'}"),
                fixed(
                        "answers_out_of_reach",
                        "{'training': {'standardizeAnswers': false}}",
                        LINE + ", 'answers': [0, 0, 1, 1], 'training': {'standardizeAnswers': true}"),
                fixed("answers_out_of_reach", "{'preset': 'classifier'}", TENTHS + list(i -> "" + i / 10)),
                fixed("answers_out_of_reach", "{'preset': 'classifier'}", TENTHS + list(i -> "" + (1 + i / 10))),
                fixed("answers_out_of_reach", "{'preset': 'regressor'}", TENTHS + list(i -> "" + (150 + 10 * i))),
                fixed(
                        "classes_without_classifier",
                        "{'preset': 'classifier'}",
                        TENTHS
                                + list(i ->
                                        List.of("'low'", "'middle'", "'high'").get(i / 10))),
                fixed(
                        "classes_without_classifier",
                        "{'preset': 'classifier', 'network': {'outputActivation': null},"
                                + " 'training': {'loss': null, 'learningRate': null}}",
                        TENTHS
                                + list(i ->
                                        List.of("'low'", "'middle'", "'high'").get(i / 10))
                                + ", 'network': {'outputActivation': 'tanh'},"
                                + " 'training': {'loss': 'mean_squared_error', 'learningRate': 0.1}"),
                fixed(
                        "too_many_classes",
                        "{'preset': 'regressor'}",
                        "'preset': 'classifier', " + TENTHS + list(i -> "" + (150 + 10 * i))),
                fixed(
                        "unscaled_inputs",
                        "{'training': {'standardizeInputs': true}}",
                        "'inputs': " + list(i -> "[" + (1990 + i) + "]") + ", 'answers': " + list(i -> "" + i / 15)),
                fixed(
                        "not_separable",
                        "{'network': {'hidden': [4], 'bias': true}}",
                        XOR + ", 'network': {'hidden': []}"),
                fixed(
                        "learning_rate_too_high",
                        "{'training': {'learningRate': 1.0}}",
                        "'training': {'learningRate': 1000}"),
                fixed(
                        "learning_rate_too_high",
                        "{'training': {'learningRate': 0.1, 'standardizeAnswers': true}}",
                        TENTHS + list(i -> "" + (150 + 10 * i))
                                + ", 'network': {'activation': 'relu', 'outputActivation': 'identity'}"),
                fixed(
                        "dead_relu",
                        "{'network': {'activation': 'leaky_relu'}}",
                        XOR + ", 'network': {'hidden': [4], 'activation': 'relu', 'bias': true},"
                                + " 'training': {'learningRate': 0.3}"));
    }

    @ParameterizedTest
    @MethodSource
    void tellsWhatNoChangeOfTheRequestWouldMend(String code, String words, String request) throws Exception {
        JsonNode warning = train(request).get("warnings").get(0);

        assertThat(warning.get("code").asString()).isEqualTo(code);
        assertThat(warning.get("detail").asString()).contains(words);
        assertThat(warning.has("fix")).isFalse();
    }

    static Stream<Arguments> tellsWhatNoChangeOfTheRequestWouldMend() {
        return Stream.of(
                fixed("single_row", "1 training row", "'inputs': [[0.1, 0.9]], 'answers': [0.5]"),
                fixed(
                        "one_class",
                        "of the class a",
                        "'preset': 'classifier', " + LINE + ", 'answers': ['a', 'a', 'a', 'a']"),
                fixed("constant_answers", ": 0.5.", LINE + ", 'answers': [0.5, 0.5, 0.5, 0.5]"),
                fixed(
                        "constant_answers",
                        "output 2 (counted from 1) is 7.5",
                        "'preset': 'regressor', " + LINE + ", 'answers': [[1, 7.5], [2, 7.5], [3, 7.5], [4, 7.5]]"),
                fixed("missing_class", "answer 0", LINE + ", 'answers': [1, 1, 1, 1]"),
                fixed("too_many_classes", "30 classes", TENTHS + list(i -> "'" + (150 + 10 * i) + "'")),
                fixed(
                        "class_never_answered",
                        "is answered with rare (1 row)",
                        "'preset': 'classifier', " + TENTHS
                                + list(i -> i == 7 ? "'rare'" : i < 15 ? "'low'" : "'high'")
                                + ", 'training': {'epochs': 30}"));
    }

    @Test
    void neverAnswersNaNWhereAnswersAreAllTheSame() throws Exception {
        JsonNode job = train("{'preset': 'regressor', " + TENTHS + list(i -> "7.5") + "}");

        assertThat(codes(job)).containsExactly("constant_answers");
        assertThat(job.get("result").has("r2")).isFalse();
        assertThat(predict(job, List.of(new double[] {1.45}))
                        .get(0)
                        .get("outputs")
                        .get(0)
                        .asDouble())
                .isBetween(7.25, 7.75);
    }

    @Test
    void proposesNoChangeOfAModelThatIsGoneOnFrom() throws Exception {
        train("{'name': 'narrow', " + LINE + ", 'answers': [0, 0, 1, 1]}");

        JsonNode job = train("{'from': {'model': 'narrow'}, 'inputs': [[1000],[3000]], 'answers': [10, 20]}");

        assertThat(codes(job)).containsExactly("answers_out_of_reach", "unscaled_inputs");
        job.get("warnings").forEach(warning -> {
            assertThat(warning.has("fix")).isFalse();
            assertThat(warning.get("action").asString()).startsWith("Train a new model");
        });
    }

    @Test
    void refusesToFitClassesAsNumbers() throws Exception {
        assertFault(
                "{'preset': 'regressor', " + LINE + ", 'answers': ['a', 'b', 'c', 'd']}",
                "#/preset",
                "regressor is for numbers, and the answers are texts: 4 classes such as \"a\"");
        assertFault(
                "{'preset': 'classifier', " + LINE
                        + ", 'answers': ['a', 'b', 'c', 'd'], 'training': {'standardizeAnswers': true}}",
                "#/training/standardizeAnswers",
                "the answers are class labels, which have no scale");
    }

    @Test
    void takesWholeNumbersForLabelsWhenClassifier() throws Exception {
        JsonNode job = train("{'preset': 'classifier', " + TENTHS + list(i -> "" + i / 10)
                + ", 'testInputs': [[0.1], [2.8]], 'testAnswers': [0, 2]}");

        assertThat(model(job).get("classes").valueStream().map(JsonNode::asString))
                .containsExactly("0", "1", "2");
        assertThat(predict(job, List.of(new double[] {2.9}))
                        .get(0)
                        .get("answer")
                        .asString())
                .isEqualTo("2");
        assertThat(job.get("result").get("test").get("accuracy").asDouble()).isEqualTo(1.0);
        assertThat(codes(job)).isEmpty();
    }

    private static Arguments fixed(String code, String fix, String request) {
        return Arguments.of(code, fix, "{" + request + "}");
    }

    private static String list(IntFunction<String> entry) {
        return IntStream.range(0, 30).mapToObj(entry).toList().toString();
    }

    private static List<String> codes(JsonNode job) {
        return job.get("warnings")
                .valueStream()
                .map(warning -> warning.get("code").asString())
                .toList();
    }

    /** Accuracy or R², of which more is better; without any, less than the worst. */
    private static double quality(JsonNode job) {
        JsonNode result = job.get("result");
        JsonNode figure = result.has("accuracy") ? result.get("accuracy") : result.path("r2");
        return figure.asDouble(Double.NEGATIVE_INFINITY);
    }

    /** {@code request} with a merge patch applied (RFC 7396). */
    private static String patched(String request, JsonNode patch) {
        return merge(JsonMapper.shared().readTree(quoted(request)), patch).toString();
    }

    private static JsonNode merge(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode merged = target.isObject()
                ? ((ObjectNode) target).deepCopy()
                : JsonMapper.shared().createObjectNode();
        patch.forEachEntry((name, value) -> {
            if (value.isNull()) {
                merged.remove(name);
            } else {
                merged.set(name, merge(merged.path(name), value));
            }
        });
        return merged;
    }

    private static String quoted(String json) {
        return json.replace('\'', '"');
    }
}
