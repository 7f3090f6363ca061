package dev.feedforward.training.diagnosis;

import dev.feedforward.nn.Activation;
import dev.feedforward.nn.data.Matrix;

/** The numbers that an output can come to, limits included. */
record OutputRange(double lowest, double highest) {

    private static final double INFINITE = Double.POSITIVE_INFINITY;

    /** Sums of probabilities may be off by what rounding does to them. */
    private static final double TOLERANCE = 1e-6;

    static OutputRange of(Activation activation) {
        return new OutputRange(activation.lowest(), activation.highest());
    }

    /** Whether outputs of {@code activation} can come to row {@code row} of the answers. */
    static boolean reaches(Activation activation, Matrix answers, int row) {
        OutputRange range = of(activation);
        double sum = 0.0;
        for (int i = row * answers.columns(); i < (row + 1) * answers.columns(); i++) {
            double answer = answers.values()[i];
            if (!(answer >= range.lowest && answer <= range.highest)) {
                return false;
            }
            sum += answer;
        }
        return activation != Activation.SOFTMAX || Math.abs(sum - 1.0) <= TOLERANCE;
    }

    /** The range in words, as in "between 0 and 1". */
    String words() {
        return highest == INFINITE
                ? "at least " + Wording.number(lowest)
                : "between %s and %s".formatted(Wording.number(lowest), Wording.number(highest));
    }
}
