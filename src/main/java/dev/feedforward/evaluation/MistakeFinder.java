package dev.feedforward.evaluation;

import dev.feedforward.dataset.Classes;
import dev.feedforward.model.Reading;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds the rows that were answered wrong, the most confident first; of numbers those that are farthest off. */
final class MistakeFinder {

    private static final double THRESHOLD = 0.5;

    private final Judged judged;

    MistakeFinder(Judged judged) {
        this.judged = judged;
    }

    /** The numbers of the rows, the gravest first: all where answers are numbers, as each is somewhat off. */
    int[] rows() {
        IntToDoubleFunction gravity = judged.reading() == Reading.NUMBERS ? this::error : this::confidence;
        double[] gravities = new double[judged.count()];
        return IntStream.range(0, judged.count())
                .filter(row -> judged.reading() == Reading.NUMBERS || isWrong(row))
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
        boolean numbers = judged.reading() == Reading.NUMBERS;
        return new Mistake(
                row,
                judged.rows().samples().inputs().row(row),
                outputs,
                meaning(outputs),
                meaning(judged.answers().row(row)),
                numbers ? null : (Double) confidence(row),
                numbers ? (Double) error(row) : null);
    }

    private @Nullable Object meaning(double[] outputs) {
        return switch (judged.reading()) {
            case CLASSES -> judged.labels().get(Classes.largest(outputs));
            case YES_OR_NO -> outputs[0] >= THRESHOLD ? "1" : "0";
            case BITS -> null;
            case NUMBERS -> outputs.length == 1 ? (Object) outputs[0] : null;
        };
    }

    private boolean isWrong(int row) {
        double[] outputs = judged.outputs().row(row);
        double[] answers = judged.answers().row(row);
        if (judged.reading() == Reading.CLASSES) {
            return Classes.largest(outputs) != Classes.largest(answers);
        }
        return IntStream.range(0, outputs.length).anyMatch(i -> outputs[i] >= THRESHOLD != answers[i] >= THRESHOLD);
    }

    /** The output that answered; of yes or no, the one of those that are wrong which is farthest from the middle. */
    private double confidence(int row) {
        double[] outputs = judged.outputs().row(row);
        double[] answers = judged.answers().row(row);
        if (judged.reading() == Reading.CLASSES) {
            return outputs[Classes.largest(outputs)];
        }
        return IntStream.range(0, outputs.length)
                .filter(i -> outputs[i] >= THRESHOLD != answers[i] >= THRESHOLD)
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
