package dev.feedforward.training.diagnosis;

import dev.feedforward.model.metrics.Figures;
import dev.feedforward.training.history.CostHistory;
import java.util.Arrays;
import java.util.Optional;

/** Finds trainings that got stuck: the cost is still high and has stopped falling. */
final class Plateau {

    /** Shorter histories say too little. */
    private static final int LEAST_POINTS = 12;

    /**
     * A fall of the loss, which is what descends, by less than this share over the last third of the points is none.
     */
    private static final double LEAST_FALL = 0.001;

    /** So is one of the cost, which may still creep down while the loss stands. */
    private static final double LEAST_FALL_OF_COST = 0.01;

    /** Below this share of where it started, a cost is low. */
    private static final double LOW = 0.05;

    private Plateau() {}

    /**
     * Whether nothing is left to wish for: all training rows are answered right or, where answers are numbers, the cost
     * is below 5 % of its first point.
     */
    static boolean hasLearned(CostHistory history, Figures figures) {
        Double accuracy = figures.accuracy();
        if (accuracy != null) {
            return accuracy == 1.0;
        }
        // The first and the last point are both means over the rows as they were trained on, so in the same unit.
        double[] cost = history.cost();
        return cost.length > 0 && cost[cost.length - 1] <= LOW * cost[0];
    }

    /** Looks at the last third of the history of a network that {@linkplain #hasLearned has not learned} all. */
    static Optional<Warning> find(CostHistory history, Figures figures) {
        int points = history.cost().length;
        int from = points - points / 3;
        if (points < LEAST_POINTS
                || isFalling(history.loss(), from, LEAST_FALL)
                || isFalling(history.cost(), from, LEAST_FALL_OF_COST)) {
            return Optional.empty();
        }
        Double accuracy = figures.accuracy();
        return Optional.of(new Warning(
                "plateau",
                "The cost stopped falling: it was %s at iteration %,d and %s at iteration %,d%s."
                        .formatted(
                                Wording.number(history.cost()[from]),
                                history.iteration()[from],
                                Wording.number(history.cost()[points - 1]),
                                history.iteration()[points - 1],
                                accuracy == null
                                        ? ", of %s at the start".formatted(Wording.number(history.cost()[0]))
                                        : ", with %s %% of the training rows answered right"
                                                .formatted(Wording.number(Math.min(99.9, 100 * accuracy)))),
                "Try another seed, another learning rate (lower if the curve jumps, higher if it is flat), biases, or"
                        + " more hidden neurons. If rows contradict each other, the cost cannot fall further."));
    }

    /** Whether the mean of the last quarter from {@code from} on is below that of the first by more than a share. */
    private static boolean isFalling(double[] column, int from, double leastFall) {
        int quarter = (column.length - from) / 4;
        double before = mean(column, from, from + quarter);
        double after = mean(column, column.length - quarter, column.length);
        return after < before - leastFall * Math.abs(before);
    }

    private static double mean(double[] column, int from, int to) {
        return Arrays.stream(column, from, to).average().orElse(Double.NaN);
    }
}
