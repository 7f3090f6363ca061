package dev.feedforward.evaluation;

import dev.feedforward.dataset.encoding.Classes;
import dev.feedforward.model.metrics.OutputMeaning;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds the rows that were answered wrong, the most confident first; of numbers those that are farthest off. */
final class MistakeFinder {

    private final Judged judged;

    MistakeFinder(Judged judged) {
        this.judged = judged;
    }

    /** The numbers of the rows, the gravest first: all where answers are numbers, as each is somewhat off. */
    int[] rows() {
        IntToDoubleFunction gravity = judged.meaning().isRightOrWrong() ? this::confidence : this::error;
        double[] gravities = new double[judged.count()];
        return IntStream.range(0, judged.count())
                .filter(row -> !judged.meaning().isRightOrWrong() || isWrong(row))
                .peek(row -> gravities[row] = gravity.applyAsDouble(row))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> -gravities[row])
                        .thenComparing(Comparator.naturalOrder()))
                .mapToInt(row -> row)
                .toArray();
    }

    /** What there is to say of each of {@code rows}. */
    List<Mistake> tell(int... rows) {
        return IntStream.of(rows).mapToObj(this::tell).toList();
    }

    private Mistake tell(int row) {
        double[] outputs = judged.outputs().row(row);
        boolean numbers = !judged.meaning().isRightOrWrong();
        return new Mistake(
                row,
                judged.rows().samples().inputs().row(row),
                outputs,
                answer(outputs),
                answer(judged.answers().row(row)),
                numbers ? null : (Double) confidence(row),
                numbers ? (Double) error(row) : null);
    }

    /** A class as a label, even where it is yes or no. */
    private @Nullable Object answer(double[] outputs) {
        return switch (judged.meaning()) {
            case CLASSES, YES_OR_NO -> judged.labels().get(judged.meaning().classOf(outputs));
            case BITS, NUMBERS -> judged.meaning().answer(null, outputs);
        };
    }

    private boolean isWrong(int row) {
        return !judged.meaning()
                .isRight(judged.outputs().row(row), judged.answers().row(row));
    }

    /** The output that answered; of yes or no, the one of those that are wrong which is farthest from the middle. */
    private double confidence(int row) {
        double[] outputs = judged.outputs().row(row);
        double[] answers = judged.answers().row(row);
        if (judged.meaning() == OutputMeaning.CLASSES) {
            return outputs[Classes.largest(outputs)];
        }
        return IntStream.range(0, outputs.length)
                .filter(i -> OutputMeaning.isYes(outputs[i]) != OutputMeaning.isYes(answers[i]))
                .mapToDouble(i -> Math.max(outputs[i], 1 - outputs[i]))
                .max()
                .orElse(0);
    }

    /** The mean over the outputs of how far they are off. */
    private double error(int row) {
        double[] outputs = judged.outputs().row(row);
        double[] answers = judged.answers().row(row);
        return IntStream.range(0, outputs.length)
                .mapToDouble(i -> Math.abs(outputs[i] - answers[i]))
                .average()
                .orElse(0);
    }
}
