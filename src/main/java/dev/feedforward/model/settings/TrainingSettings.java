package dev.feedforward.model.settings;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.feedforward.nn.Loss;
import dev.feedforward.nn.training.Regularization;
import dev.feedforward.nn.training.TrainingPlan;
import dev.feedforward.nn.training.TrainingRows;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a network is or was trained, with everything said.
 *
 * @param batchSize null for all rows
 * @param maxSeconds null for any
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "How the network was trained.")
public record TrainingSettings(
        @Schema(description = "Corrections of the weights.", example = "10000")
        long iterations,

        @Schema(description = "Rows a correction; absent where it was all of them.") @Nullable
        Integer batchSize,

        @Schema(description = "Whether each epoch took the rows in a new order.")
        boolean shuffle,

        @Schema(description = "How the weights were corrected.")
        OptimizerSettings optimizer,

        @Schema(description = "Factor of each correction.", example = "1")
        double learningRate,

        @Schema(description = "How the learning rate changed.")
        ScheduleSettings learningRateSchedule,

        @Schema(description = "The objective that gradient descent minimised.")
        Loss loss,

        @Schema(description = "Penalty on the sum of the weights' absolute values.")
        double l1,

        @Schema(description = "Penalty on half the sum of the weights' squares.")
        double l2,

        @Schema(description = "How large the gradient could be; absent for any.") @Nullable
        ClippingSettings gradientClipping,

        @Schema(description = "Share of the training rows that was set aside.")
        double validationFraction,

        @Schema(description = "When it would stop for want of progress; absent for never.") @Nullable
        EarlyStoppingSettings earlyStopping,

        @Schema(description = "The cost at which the training stopped.") @Nullable
        Double stopAtCost,

        @Schema(description = "Seconds of training at which it stopped.") @Nullable
        Double maxSeconds,

        @Schema(description = "Whether inputs were brought to mean 0 and deviation 1.")
        boolean standardizeInputs,

        @Schema(description = "Whether answers were brought to mean 0 and deviation 1.")
        boolean standardizeAnswers,

        @Schema(description = "Where the random generators started.", example = "1")
        long seed,

        @Schema(description = "Iterations from one point of the cost history to the next.", example = "10")
        long recordEvery) {

    /** Points that the cost history will have. */
    public long points() {
        return (iterations + recordEvery - 1) / recordEvery;
    }

    /**
     * Iterations that are one pass over the training rows, where there are {@code rows} of which some are set aside.
     */
    public long iterationsAnEpoch(int rows) {
        return iterationsAnEpoch(rows, validationFraction, batchSize);
    }

    /**
     * Iterations that are one pass over the training rows.
     *
     * @param rows training rows, of which {@code validationFraction} are set aside
     * @param batchSize null for all rows
     */
    public static long iterationsAnEpoch(int rows, double validationFraction, @Nullable Integer batchSize) {
        long trained = TrainingRows.kept(rows, validationFraction);
        return batchSize == null ? 1 : (trained + batchSize - 1) / batchSize;
    }

    /** These settings with other scaling, learning rate and clipping. */
    public TrainingSettings changed(
            boolean scaledInputs, boolean scaledAnswers, double newRate, @Nullable ClippingSettings newClipping) {
        return new TrainingSettings(
                iterations,
                batchSize,
                shuffle,
                optimizer,
                newRate,
                learningRateSchedule,
                loss,
                l1,
                l2,
                newClipping,
                validationFraction,
                earlyStopping,
                stopAtCost,
                maxSeconds,
                scaledInputs,
                scaledAnswers,
                seed,
                recordEvery);
    }

    /** The plan that the trainer follows. */
    public TrainingPlan plan() {
        return new TrainingPlan(
                iterations,
                batchSize == null ? 0 : batchSize,
                shuffle,
                optimizer.optimizer(),
                learningRate,
                learningRateSchedule.schedule(),
                loss,
                regularization(),
                earlyStopping == null ? null : earlyStopping.rule(),
                stopAtCost == null ? -1.0 : stopAtCost,
                seed,
                recordEvery);
    }

    private Regularization regularization() {
        Double maxNorm = gradientClipping == null ? null : gradientClipping.maxNorm();
        Double maxValue = gradientClipping == null ? null : gradientClipping.maxValue();
        return new Regularization(
                l1,
                l2,
                maxNorm == null ? Double.POSITIVE_INFINITY : maxNorm,
                maxValue == null ? Double.POSITIVE_INFINITY : maxValue);
    }
}
