package dev.feedforward.nn;

/**
 * How to train, over the full batch.
 *
 * @param iterations corrections of the weights, 0 or more
 * @param learningRate the factor of each correction
 * @param recordEvery iterations from one recorded point to the next, 1 or more
 */
public record TrainingPlan(long iterations, Optimizer optimizer, double learningRate, Loss loss, long recordEvery) {

    /** @throws IllegalArgumentException if a number is out of its range */
    public TrainingPlan {
        if (iterations < 0 || recordEvery < 1 || !Double.isFinite(learningRate)) {
            throw new IllegalArgumentException("%d iterations, recorded every %d, learning rate %s"
                    .formatted(iterations, recordEvery, learningRate));
        }
    }
}
