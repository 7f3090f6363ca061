package dev.feedforward.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.feedforward.dataset.rows.PlainNumbers;
import dev.feedforward.model.metrics.OutputMeaning;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a model answers to one row.
 *
 * @param bits the inputs as a bit string, or null where one of them is neither 0 nor 1
 * @param outputs one an output neuron
 * @param answer the class label; 0 or 1 for one sigmoid output that learned these; the number for one output of
 *     numbers; null where several outputs answer, each for itself
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What the network answers to one row.")
public record Prediction(
        @Schema(description = "The inputs as bits; absent where one is neither 0 nor 1.", example = "0110") @Nullable
        String bits,

        @PlainNumbers @Schema(description = "The row that was asked about.", example = "[0,1,1,0]")
        double[] inputs,

        @Schema(description = "One an output neuron.", example = "[0.99465]")
        double[] outputs,

        @Schema(
                description = OutputMeaning.ANSWER,
                example = "1",
                oneOf = {Double.class, String.class})
        @Nullable
        Object answer,

        @Schema(description = "Whether this row was among those that the model was trained on.", example = "false")
        boolean seenInTraining) {}
