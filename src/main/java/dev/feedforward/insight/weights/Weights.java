package dev.feedforward.insight.weights;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.feedforward.model.store.Model;
import dev.feedforward.model.store.ModelRef;
import dev.feedforward.nn.Activation;
import dev.feedforward.nn.Architecture;
import dev.feedforward.nn.LayerSpec;
import dev.feedforward.nn.data.Matrix;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Every weight of a network, as it is or was at some moment of its training. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Every weight of a network.")
record Weights(
        ModelRef model,

        @Schema(description = "Corrections of the weights that were made before; absent for a trained model.") @Nullable
        Long iteration,

        @Schema(description = "The hidden layers in order, then the output layer.")
        List<LayerOfWeights> layers) {

    /** The weights of a layer: inputs × neurons. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "The weights of a layer.")
    record LayerOfWeights(
            @Schema(description = "The layer, counted from 0.", example = "0")
            int layer,

            @Schema(description = "What is done to the weighted sums.")
            Activation activation,

            @Schema(description = "One row an input, one column a neuron.")
            double[][] weights,

            @Schema(description = "One a neuron; absent without biases.")
            double @Nullable [] biases) {}

    static Weights of(Model model) {
        Size.checkParameters(model);
        Architecture architecture = model.network().architecture();
        return new Weights(
                model.ref(),
                model.iteration(),
                IntStream.range(0, architecture.layers().size())
                        .mapToObj(l -> layer(model, l))
                        .toList());
    }

    private static LayerOfWeights layer(Model model, int l) {
        LayerSpec layer = model.network().architecture().layers().get(l);
        double[] weights = model.network().parameters().weights(l);
        int fanIn = model.network().architecture().fanIn(l);
        return new LayerOfWeights(
                l,
                layer.activation(),
                new Matrix(fanIn, layer.neurons(), weights).toRows(),
                layer.bias() ? model.network().parameters().biases(l) : null);
    }
}
