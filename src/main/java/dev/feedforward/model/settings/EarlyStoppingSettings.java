package dev.feedforward.model.settings;

import dev.feedforward.nn.training.EarlyStopping;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;

/** When to stop for want of progress. */
@Schema(
        name = "EarlyStopping",
        description = "Stops when the loss over the validation rows falls no more; without them, the loss over all"
                + " training rows, for which mini-batches take one more pass forward after each epoch.")
public record EarlyStoppingSettings(
        @Schema(description = "Epochs in a row without progress that end the training. Where it is left out: 10.")
        @Min(1)
        @Max(1_000_000)
        @Nullable
        Integer patience,

        @Schema(description = "By how much the loss must fall to count as progress. Where it is left out: 0.")
        @PositiveOrZero
        @Nullable
        Double minDelta,

        @Schema(
                description =
                        "Whether the training ends with the weights of the best epoch, whatever ended it. Where it is left out: true.")
        @Nullable
        Boolean restoreBest) {

    /** These settings with everything said. */
    public EarlyStoppingSettings withDefaults() {
        EarlyStopping rule = rule();
        return new EarlyStoppingSettings(rule.patience(), rule.minDelta(), rule.restoreBest());
    }

    /** The rule itself. */
    EarlyStopping rule() {
        return new EarlyStopping(
                patience != null ? patience : 10,
                minDelta != null ? minDelta : 0.0,
                restoreBest == null || restoreBest);
    }
}
