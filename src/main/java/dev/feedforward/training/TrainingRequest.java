package dev.feedforward.training;

import dev.feedforward.json.NotYetSupported;
import dev.feedforward.model.TrainingSettings;
import dev.feedforward.nn.Loss;
import dev.feedforward.nn.Optimizer;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

/** How to train the network, as a request says it; fields left out get the course's values. */
@NotYetSupported({
    "epochs",
    "shuffle",
    "learningRateSchedule",
    "l1",
    "l2",
    "gradientClipping",
    "validationFraction",
    "earlyStopping",
    "stopAtCost",
    "maxSeconds"
})
@Schema(description = "How to train the network.")
record TrainingRequest(
        @Schema(description = "Corrections of the weights.", defaultValue = "10000", example = "10000")
        @Min(0)
        @Max(1_000_000_000)
        @Nullable
        Long iterations,

        @Schema(description = "Factor of each correction.", defaultValue = "1", example = "1") @Positive @Nullable
        Double learningRate,

        @Schema(description = "The objective that gradient descent minimises.", defaultValue = "half_sum_squared_error")
        @Nullable
        Loss loss,

        @Schema(description = "How the weights are corrected.", defaultValue = "sgd") @Nullable
        Optimizer optimizer,

        @Schema(
                description = "Rows a correction; null, the only value for now, is all of them.",
                types = {"null"})
        @Null(message = "is not supported yet: leave it out, every correction is made with all rows")
        @Nullable
        Integer batchSize,

        @Schema(
                description = "Where the generator that draws the first weights starts.",
                defaultValue = "1",
                example = "1")
        @Min(0)
        @Max(4_294_967_295L)
        @Nullable
        Long seed,

        @Schema(
                description = "Iterations from one point of the cost history to the next. Where it is left out: 10, or"
                        + " what keeps the history at 100,000 points.",
                defaultValue = "10",
                example = "10")
        @Min(1)
        @Max(1_000_000_000)
        @Nullable
        Long recordEvery) {

    /** The most points that a cost history has. */
    static final long MAX_POINTS = 100_000;

    /** Nothing said. */
    static final TrainingRequest DEFAULT = new TrainingRequest(null, null, null, null, null, null, null);

    /** These settings, with the course's where they say nothing. */
    TrainingSettings settings() {
        TrainingSettings course = TrainingSettings.COURSE;
        long allIterations = iterations != null ? iterations : course.iterations();
        return new TrainingSettings(
                allIterations,
                learningRate != null ? learningRate : course.learningRate(),
                loss != null ? loss : course.loss(),
                optimizer != null ? optimizer : course.optimizer(),
                seed != null ? seed : course.seed(),
                recordEvery != null ? recordEvery : Math.max(course.recordEvery(), leastRecordEvery(allIterations)));
    }

    /** The fewest iterations between two points that keep a history of {@code iterations} within its bound. */
    static long leastRecordEvery(long iterations) {
        return (iterations + MAX_POINTS - 1) / MAX_POINTS;
    }
}
