package dev.feedforward.insight.answers;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.feedforward.dataset.encoding.InputColumns;
import dev.feedforward.dataset.rows.PlainNumbers;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import dev.feedforward.insight.weights.Size;
import dev.feedforward.model.Prediction;
import dev.feedforward.model.Predictor;
import dev.feedforward.model.metrics.OutputMeaning;
import dev.feedforward.model.store.Model;
import dev.feedforward.model.store.ModelRef;
import dev.feedforward.nn.data.Matrix;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What each input does to a model's answer: for bits what flipping it does, for numbers how steeply it goes. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What each input does to the answer.")
record Sensitivity(
        ModelRef model,

        @Schema(description = "The row as bits; absent where it is none.", example = "0110") @Nullable
        String bits,

        @PlainNumbers @Schema(description = "The row.", example = "[0,1,1,0]")
        double[] inputs,

        @Schema(description = "What the network answers to it, one an output neuron.", example = "[0.99465]")
        double[] outputs,

        @Schema(
                description = OutputMeaning.ANSWER,
                example = "1",
                oneOf = {Double.class, String.class})
        @Nullable
        Object answer,

        @Schema(description = "The same in a sentence.") String summary,

        @Schema(description = "The inputs, in order.") List<Input> items) {

    /** Of an input's size, or of 1 where it is smaller: small enough for a slope, large enough for its digits. */
    private static final double STEP = 1e-5;

    private static final int MOST_INPUTS = 1_024;

    /** What one input does. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SensitivityOfInput", description = "What one input does to the answer.")
    record Input(
            @Schema(description = "Its number, counted from 0.", example = "1")
            int input,

            @Schema(description = "Its name; absent where rows came without names.") @Nullable
            String name,

            @Schema(description = "The row with this bit flipped; absent for numbers.", example = "0010") @Nullable
            String bits,

            @Schema(description = "What the network answers then.")
            double @Nullable [] outputs,

            @Schema(
                    description = "What these stand for.",
                    oneOf = {Double.class, String.class})
            @Nullable
            Object answer,

            @Schema(description = "The outputs then, less those before.")
            double @Nullable [] change,

            @Schema(description = "Whether the answer is another one then; absent where inputs or answers are numbers.")
            @Nullable
            Boolean changesAnswer,

            @Schema(description = "How steeply each output goes with this input, in the input's own unit.")
            double[] slope) {}

    static Sensitivity of(Model model, double[] row) {
        Predictor.checkSize(model, row.length);
        if (row.length > MOST_INPUTS) {
            throw new ServiceException(
                    ProblemType.MODEL_TOO_LARGE,
                    "%s takes %d inputs; up to %d are looked at one by one."
                            .formatted(model.ref(), row.length, MOST_INPUTS),
                    "See which inputs matter over all rows: curl {service}/models/%s/versions/%d/importance"
                            .formatted(model.ref().name(), model.ref().version()));
        }
        Size.check(model, 3L * row.length * model.network().architecture().outputs());
        Prediction asked = Predictor.predict(model, Matrix.of(row)).get(0);
        Prediction[] flipped = asked.bits() == null ? null : flips(model, row);
        double[][] slopes = slopes(model, row);
        List<Input> items = IntStream.range(0, row.length)
                .mapToObj(i -> input(model, i, asked, flipped == null ? null : flipped[i], slopes[i]))
                .toList();
        return new Sensitivity(
                model.ref(), asked.bits(), asked.inputs(), asked.outputs(), asked.answer(), summary(items), items);
    }

    private static Prediction[] flips(Model model, double[] row) {
        double[][] flipped = new double[row.length][];
        for (int i = 0; i < row.length; i++) {
            flipped[i] = row.clone();
            flipped[i][i] = 1 - row[i];
        }
        return Predictor.predict(model, Matrix.of(flipped)).toArray(Prediction[]::new);
    }

    /** Inputs × outputs, by central differences. */
    private static double[][] slopes(Model model, double[] row) {
        double[][] moved = new double[2 * row.length][];
        for (int i = 0; i < row.length; i++) {
            double step = STEP * Math.max(1, Math.abs(row[i]));
            moved[2 * i] = row.clone();
            moved[2 * i][i] += step;
            moved[2 * i + 1] = row.clone();
            moved[2 * i + 1][i] -= step;
        }
        Matrix outputs = model.outputs(Matrix.of(moved));
        double[][] slopes = new double[row.length][];
        for (int i = 0; i < row.length; i++) {
            double width = moved[2 * i][i] - moved[2 * i + 1][i];
            double[] above = outputs.row(2 * i);
            double[] below = outputs.row(2 * i + 1);
            slopes[i] = IntStream.range(0, above.length)
                    .mapToDouble(j -> (above[j] - below[j]) / width)
                    .toArray();
        }
        return slopes;
    }

    private static Input input(Model model, int i, Prediction asked, @Nullable Prediction flipped, double[] slope) {
        if (flipped == null) {
            return new Input(i, name(model, i), null, null, null, null, null, slope);
        }
        double[] change = IntStream.range(0, slope.length)
                .mapToDouble(j -> flipped.outputs()[j] - asked.outputs()[j])
                .toArray();
        OutputMeaning meaning = model.definition().meaning();
        Boolean changes = meaning.isRightOrWrong() ? !meaning.isRight(flipped.outputs(), asked.outputs()) : null;
        return new Input(
                i, name(model, i), flipped.bits(), flipped.outputs(), flipped.answer(), change, changes, slope);
    }

    private static @Nullable String name(Model model, int input) {
        InputColumns columns = model.definition().encoding().columns();
        return columns != null && columns.areAllNumbers()
                ? columns.columns().get(input).name()
                : null;
    }

    private static String summary(List<Input> items) {
        if (items.get(0).bits() == null) {
            return "The answer goes most steeply with %s.".formatted(label(most(items, Input::slope)));
        }
        if (items.get(0).changesAnswer() == null) {
            return "The answer changes most when %s is flipped.".formatted(label(most(items, Input::change)));
        }
        String changing = items.stream()
                .filter(item -> Boolean.TRUE.equals(item.changesAnswer()))
                .map(Sensitivity::label)
                .collect(Collectors.joining(", "));
        return changing.isEmpty()
                ? "Flipping no bit alone changes the answer."
                : "Flipping %s changes the answer; flipping any other alone does not.".formatted(changing);
    }

    /** The input of which one of {@code values} is the largest. */
    private static Input most(List<Input> items, Function<Input, double @Nullable []> values) {
        return items.stream()
                .max(Comparator.comparingDouble(item -> Arrays.stream(Objects.requireNonNull(values.apply(item)))
                        .map(Math::abs)
                        .max()
                        .orElse(0)))
                .orElseThrow();
    }

    private static String label(Input input) {
        return input.name() != null ? input.name() : (input.bits() == null ? "input " : "bit ") + input.input();
    }
}
