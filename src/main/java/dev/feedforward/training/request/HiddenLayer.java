package dev.feedforward.training.request;

import dev.feedforward.nn.Activation;
import dev.feedforward.nn.LayerSpec;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;

/** A hidden layer of a request: just its number of neurons, or an object that says more. */
@Schema(description = "A hidden layer.")
record HiddenLayer(
        @Schema(description = "Neurons in the layer.", example = "4")
        @NotNull(message = "missing: give the number of neurons")
        @Min(1)
        @Max(MOST_NEURONS)
        Integer neurons,

        @Schema(description = "Its activation function, where it is not network.activation.") @Nullable
        Activation activation,

        @Schema(description = "Whether its neurons learn a bias, where that is not network.bias.") @Nullable
        Boolean bias,

        @Schema(description = "Share of its activations that each training pass leaves out. Where it is left out: 0.")
        @PositiveOrZero
        @DecimalMax("0.99")
        @Nullable
        Double dropout) {

    /** Neurons of one layer. */
    static final int MOST_NEURONS = 1_000_000;

    /** Hidden layers of a network. */
    static final int MOST_LAYERS = 100;

    /** This layer, with the network's activation and bias where it says nothing. */
    LayerSpec spec(Activation networkActivation, boolean networkBias) {
        return new LayerSpec(
                neurons,
                activation != null ? activation : networkActivation,
                bias != null ? bias : networkBias,
                dropout != null ? dropout : 0.0);
    }
}
