package dev.feedforward.training;

import dev.feedforward.json.NotYetSupported;
import dev.feedforward.nn.Activation;
import dev.feedforward.nn.Architecture;
import dev.feedforward.nn.LayerSpec;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/** What network to train, as a request says it; fields left out get the course's values. */
@NotYetSupported({"initializer", "initialWeights"})
@Schema(description = "The network to train.")
record NetworkRequest(
        @ArraySchema(
                arraySchema =
                        @Schema(description = "The hidden layers in order; [] for none. Where it is left out: [4]."),
                schema =
                        @Schema(
                                description = "The number of neurons, or an object that says more.",
                                anyOf = {Integer.class, HiddenLayer.class},
                                minimum = "1",
                                maximum = "1000000"))
        @JsonDeserialize(contentUsing = HiddenLayerDeserializer.class)
        @Nullable
        List<@NotNull @Valid HiddenLayer> hidden,

        @Schema(description = "The activation function of the hidden layers.", defaultValue = "sigmoid") @Nullable
        Activation activation,

        @Schema(description = "The activation function of the output layer.", defaultValue = "sigmoid") @Nullable
        Activation outputActivation,

        @Schema(description = "Whether neurons learn a bias.", defaultValue = "false") @Nullable
        Boolean bias) {

    /** Nothing said. */
    static final NetworkRequest DEFAULT = new NetworkRequest(null, null, null, null);

    private static final List<HiddenLayer> COURSE_HIDDEN = List.of(new HiddenLayer(4, null, null));

    /** The network for rows of {@code inputs} numbers and answers of {@code outputs}. */
    Architecture architecture(int inputs, int outputs) {
        boolean defaultBias = bias != null && bias;
        List<LayerSpec> layers = new ArrayList<>();
        for (HiddenLayer layer : hidden != null ? hidden : COURSE_HIDDEN) {
            layers.add(layer.spec(orSigmoid(activation), defaultBias));
        }
        layers.add(new LayerSpec(outputs, orSigmoid(outputActivation), defaultBias));
        return new Architecture(inputs, layers);
    }

    private static Activation orSigmoid(@Nullable Activation given) {
        return given != null ? given : Activation.SIGMOID;
    }
}
