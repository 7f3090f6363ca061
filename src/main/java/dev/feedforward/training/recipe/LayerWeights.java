package dev.feedforward.training.recipe;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.feedforward.dataset.rows.Rows;
import dev.feedforward.nn.Parameters;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * The weights that a layer starts with.
 *
 * @param weights inputs × neurons
 * @param biases one a neuron; null for a layer without
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "The weights that a layer starts with.")
public record LayerWeights(
        @Schema(description = "One row an input, one number a neuron.")
        @NotNull(message = "missing: give a row of weights an input")
        Rows weights,

        @Schema(description = "One number a neuron; leave it out for a layer without biases.")
        double @Nullable [] biases) {

    /** Puts these weights into layer {@code layer}, which they fit. */
    void copyTo(Parameters parameters, int layer) {
        double[] values = weights.matrix().values();
        System.arraycopy(values, 0, parameters.weights(layer), 0, values.length);
        if (biases != null) {
            System.arraycopy(biases, 0, parameters.biases(layer), 0, biases.length);
        }
    }
}
