package dev.feedforward.nn.training;

/**
 * How the learning rate changes from iteration to iteration: a factor on the rate that was asked for.
 *
 * @param kind the course of the factor after the warm-up
 * @param gamma factor of each step, for {@link Kind#STEP} and {@link Kind#EXPONENTIAL}
 * @param stepSize iterations from one step to the next, for {@link Kind#STEP}
 * @param minimum the last factor, for {@link Kind#COSINE}
 * @param warmUp iterations over which the factor grows from 0 to its course, linearly; 0 for none
 */
public record LearningRateSchedule(Kind kind, double gamma, long stepSize, double minimum, long warmUp) {

    /** A rate that stays. */
    public static final LearningRateSchedule CONSTANT = new LearningRateSchedule(Kind.CONSTANT, 1.0, 1, 0.0, 0);

    /** A course of the factor over the iterations {@code i}. */
    public enum Kind {
        /** 1. */
        CONSTANT,
        /** {@code gamma ^ ⌊i / stepSize⌋}. */
        STEP,
        /** {@code gamma ^ i}. */
        EXPONENTIAL,
        /**
         * From 1 to {@code minimum} along half a cosine (Loshchilov and Hutter, "SGDR: stochastic gradient descent with
         * warm restarts", 2017).
         */
        COSINE
    }

    /**
     * The factor at an iteration.
     *
     * @param iteration from 0
     * @param iterations in all
     */
    double factor(long iteration, long iterations) {
        double course = switch (kind) {
            case CONSTANT -> 1.0;
            case STEP -> StrictMath.pow(gamma, (double) (iteration / stepSize));
            case EXPONENTIAL -> StrictMath.pow(gamma, (double) iteration);
            case COSINE -> cosine((double) iteration / Math.max(1, iterations));
        };
        return iteration < warmUp ? course * (iteration + 1) / warmUp : course;
    }

    private double cosine(double progress) {
        return minimum + (1.0 - minimum) * 0.5 * (1.0 + StrictMath.cos(Math.PI * progress));
    }
}
