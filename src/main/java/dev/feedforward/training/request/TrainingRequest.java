package dev.feedforward.training.request;

import dev.feedforward.model.settings.ClippingSettings;
import dev.feedforward.model.settings.EarlyStoppingSettings;
import dev.feedforward.model.settings.OptimizerSettings;
import dev.feedforward.model.settings.ScheduleSettings;
import dev.feedforward.nn.Loss;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * How to train the network, as a request says it; what is left out comes from the preset. Where null means something of
 * its own the component is an {@link Optional}: null where it is left out, empty where null was said.
 */
@SuppressWarnings("NullableOptional")
@Schema(description = "How to train the network. What is left out comes from the preset.")
public record TrainingRequest(
        @Schema(description = "Corrections of the weights. The course's: 10000.", example = "10000")
        @Min(0)
        @Max(1_000_000_000)
        @Nullable
        Long iterations,

        @Schema(description = "Passes over the training rows, in place of iterations.")
        @Min(0)
        @Max(1_000_000_000)
        @Nullable
        Long epochs,

        @Schema(
                description = "Rows a correction; null is all of them, as in the course.",
                types = {"integer", "null"})
        @Nullable
        Optional<@Min(1) @Max(Integer.MAX_VALUE) Integer> batchSize,

        @Schema(description = "Whether each epoch takes the rows in a new order. The course's: false.") @Nullable
        Boolean shuffle,

        @Schema(description = "Factor of each correction. The course's: 1.", example = "1") @Positive @Nullable
        Double learningRate,

        @Schema(
                description =
                        "How the learning rate changes: a name, or an object that says more. The course's: constant.",
                anyOf = {ScheduleSettings.Name.class, ScheduleSettings.class})
        @JsonDeserialize(using = ScheduleDeserializer.class)
        @Valid
        @Nullable
        ScheduleSettings learningRateSchedule,

        @Schema(description = "The objective that gradient descent minimises. The course's: half_sum_squared_error.")
        @Nullable
        Loss loss,

        @Schema(
                description = "How the weights are corrected: a name, or an object that says more. The course's: sgd.",
                anyOf = {OptimizerSettings.Name.class, OptimizerSettings.class})
        @JsonDeserialize(using = OptimizerDeserializer.class)
        @Valid
        @Nullable
        OptimizerSettings optimizer,

        @Schema(description = "Penalty on the sum of the weights' absolute values. Where it is left out: 0.")
        @PositiveOrZero
        @Nullable
        Double l1,

        @Schema(
                description =
                        "Penalty on half the sum of the weights' squares (PyTorch's weight_decay). Where it is left out: 0.")
        @PositiveOrZero
        @Nullable
        Double l2,

        @Schema(description = "How large the gradient may be; any size where it is left out.") @Valid @Nullable
        ClippingSettings gradientClipping,

        @Schema(
                description =
                        "Share of the training rows to set aside, to see when to stop. The course's: 0; of the other"
                                + " presets 0.1 from 300 rows on.")
        @PositiveOrZero
        @DecimalMax("0.9")
        @Nullable
        Double validationFraction,

        @Schema(
                description =
                        "When to stop for want of progress; null for never, as in the course. The other presets stop from 300"
                                + " rows on.",
                anyOf = EarlyStoppingSettings.class,
                types = {"object", "null"})
        @Nullable
        Optional<@Valid EarlyStoppingSettings> earlyStopping,

        @Schema(description = "Stops once the cost is this or less.") @PositiveOrZero @Nullable
        Double stopAtCost,

        @Schema(description = "Stops after so many seconds of training.") @Positive @Nullable
        Double maxSeconds,

        @Schema(description = "Whether to bring each input to mean 0 and deviation 1. The course's: false.") @Nullable
        Boolean standardizeInputs,

        @Schema(description = "Whether to bring each answer to mean 0 and deviation 1. The course's: false.") @Nullable
        Boolean standardizeAnswers,

        @Schema(
                description = "Where the random generators start: of the first weights, of the order of rows and of"
                        + " dropout.",
                defaultValue = "1",
                example = "1")
        @Min(0)
        @Max(4_294_967_295L)
        @Nullable
        Long seed,

        @Schema(
                description =
                        "Iterations from one point of the cost history to the next. The course's: 10, or what keeps"
                                + " the history at 100,000 points.",
                example = "10")
        @Min(1)
        @Max(1_000_000_000)
        @Nullable
        Long recordEvery) {

    /** Nothing said. */
    static final TrainingRequest EMPTY = new TrainingRequest(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null);

    /** Paths of the fields said that may go before what another preset would bring. */
    List<String> said() {
        List<String> paths = new ArrayList<>();
        add(paths, "loss", loss);
        add(paths, "optimizer", optimizer);
        add(paths, "learningRate", learningRate);
        add(paths, "batchSize", batchSize);
        add(paths, "standardizeInputs", standardizeInputs);
        add(paths, "standardizeAnswers", standardizeAnswers);
        return paths;
    }

    private static void add(List<String> paths, String field, @Nullable Object value) {
        if (value != null) {
            paths.add("training." + field);
        }
    }

    /** Only that, and nothing else said. */
    static TrainingRequest ofEpochs(long epochs) {
        return new TrainingRequest(
                null, epochs, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null);
    }
}
