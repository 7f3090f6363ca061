package dev.feedforward.model;

import dev.feedforward.nn.Loss;
import dev.feedforward.nn.Optimizer;
import dev.feedforward.nn.TrainingPlan;
import io.swagger.v3.oas.annotations.media.Schema;

/** How a network is or was trained. */
@Schema(description = "How the network was trained.")
public record TrainingSettings(
        @Schema(description = "Corrections of the weights.", example = "10000")
        long iterations,

        @Schema(description = "Factor of each correction.", example = "1")
        double learningRate,

        @Schema(description = "The objective that gradient descent minimised.")
        Loss loss,

        @Schema(description = "How the weights were corrected.")
        Optimizer optimizer,

        @Schema(description = "Where the generator that drew the first weights started.", example = "1")
        long seed,

        @Schema(description = "Iterations from one point of the cost history to the next.", example = "10")
        long recordEvery) {

    /** The course's. */
    public static final TrainingSettings COURSE =
            new TrainingSettings(10_000, 1.0, Loss.HALF_SUM_SQUARED_ERROR, Optimizer.SGD, 1, 10);

    /** Points that the cost history will have. */
    public long points() {
        return (iterations + recordEvery - 1) / recordEvery;
    }

    /** The plan that the trainer follows. */
    public TrainingPlan plan() {
        return new TrainingPlan(iterations, optimizer, learningRate, loss, recordEvery);
    }
}
