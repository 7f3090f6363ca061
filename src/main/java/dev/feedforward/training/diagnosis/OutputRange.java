package dev.feedforward.training.diagnosis;

import dev.feedforward.nn.Activation;
import dev.feedforward.nn.Range;
import dev.feedforward.nn.data.Matrix;

/** Holds answers against what outputs can come to, limits included. */
final class OutputRange {

    /** Sums of probabilities may be off by what rounding does to them. */
    private static final double TOLERANCE = 1e-6;

    private OutputRange() {}

    /** Whether outputs of {@code activation} can come to row {@code row} of the answers. */
    static boolean reaches(Activation activation, Matrix answers, int row) {
        Range range = activation.range();
        double sum = 0.0;
        for (int i = row * answers.columns(); i < (row + 1) * answers.columns(); i++) {
            double answer = answers.values()[i];
            if (!(answer >= range.lowest() && answer <= range.highest())) {
                return false;
            }
            sum += answer;
        }
        return activation != Activation.SOFTMAX || Math.abs(sum - 1.0) <= TOLERANCE;
    }

    /** The range of {@code activation} in words, as in "between 0 and 1". */
    static String words(Activation activation) {
        Range range = activation.range();
        return range.highest() == Double.POSITIVE_INFINITY
                ? "at least " + Wording.number(range.lowest())
                : "between %s and %s".formatted(Wording.number(range.lowest()), Wording.number(range.highest()));
    }
}
