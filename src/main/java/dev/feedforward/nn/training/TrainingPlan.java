package dev.feedforward.nn.training;

import dev.feedforward.nn.Loss;
import org.jspecify.annotations.Nullable;

/**
 * How to train.
 *
 * @param iterations corrections of the weights, 0 or more
 * @param batchSize rows a correction; 0 for all of them
 * @param shuffle whether each epoch takes the rows in a new order
 * @param learningRate the factor of each correction, on which {@code schedule} puts its own
 * @param earlyStopping when to stop for want of progress; null for never
 * @param stopAtCost stops at a recorded point whose cost is this or less; negative for never
 * @param seed where the generators of the order of rows and of dropout start
 * @param recordEvery iterations from one recorded point to the next, 1 or more
 */
public record TrainingPlan(
        long iterations,
        int batchSize,
        boolean shuffle,
        Optimizer optimizer,
        double learningRate,
        LearningRateSchedule schedule,
        Loss loss,
        Regularization regularization,
        @Nullable EarlyStopping earlyStopping,
        double stopAtCost,
        long seed,
        long recordEvery) {

    /** @throws IllegalArgumentException if a number is out of its range */
    public TrainingPlan {
        if (iterations < 0 || batchSize < 0 || recordEvery < 1 || !Double.isFinite(learningRate)) {
            throw new IllegalArgumentException("%d iterations with %d rows, recorded every %d, learning rate %s"
                    .formatted(iterations, batchSize, recordEvery, learningRate));
        }
    }

    /** This plan, for one iteration over the full batch, at a rate of its own and with no end but that. */
    public TrainingPlan ofOneIteration(double rate) {
        return new TrainingPlan(
                1, 0, false, optimizer, rate, LearningRateSchedule.CONSTANT, loss, regularization, null, -1.0, seed, 1);
    }

    /** This plan with no end but that of its iterations, and with the first point alone recorded. */
    public TrainingPlan unwatched() {
        return new TrainingPlan(
                iterations,
                batchSize,
                shuffle,
                optimizer,
                learningRate,
                schedule,
                loss,
                regularization,
                null,
                -1.0,
                seed,
                Long.MAX_VALUE);
    }

    /** Gradient descent over the full batch, as the course does it. */
    public static TrainingPlan gradientDescent(long iterations, double learningRate, Loss loss, long recordEvery) {
        return new TrainingPlan(
                iterations,
                0,
                false,
                new Optimizer.Sgd(),
                learningRate,
                LearningRateSchedule.CONSTANT,
                loss,
                Regularization.NONE,
                null,
                -1.0,
                1,
                recordEvery);
    }
}
