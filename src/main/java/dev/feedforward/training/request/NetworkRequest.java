package dev.feedforward.training.request;

import dev.feedforward.nn.Activation;
import dev.feedforward.nn.Architecture;
import dev.feedforward.nn.Initializer;
import dev.feedforward.nn.LayerSpec;
import dev.feedforward.training.diagnosis.Said;
import dev.feedforward.training.recipe.LayerWeights;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/** What network to train, as a request says it; fields left out get the course's values. */
@Schema(description = "The network to train.")
public record NetworkRequest(
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

        @Schema(description = "The activation function of the hidden layers. The course's: sigmoid.") @Nullable
        Activation activation,

        @Schema(description = "The activation function of the output layer. The course's: sigmoid.") @Nullable
        Activation outputActivation,

        @Schema(description = "Whether neurons learn a bias. The course's: false.") @Nullable
        Boolean bias,

        @Schema(description = "How the first weights are drawn. The course's: course.") @Nullable
        Initializer initializer,

        @Schema(description = "The first weights themselves, a layer each, in place of initializer.") @Nullable
        List<@NotNull @Valid LayerWeights> initialWeights) {

    /** Nothing said. */
    static final NetworkRequest EMPTY = new NetworkRequest(null, null, null, null, null, null);

    /** Only its hidden layers are said. */
    static NetworkRequest ofHidden(List<HiddenLayer> hidden) {
        return new NetworkRequest(hidden, null, null, null, null, null);
    }

    /** Paths of the fields said that may go before what another preset would bring. */
    List<String> said() {
        List<String> paths = new ArrayList<>();
        if (outputActivation != null) {
            paths.add("network.outputActivation");
        }
        if (initialWeights != null) {
            paths.add("network.initialWeights");
        }
        if (hidden != null && hidden.stream().anyMatch(layer -> layer.activation() != null)) {
            paths.add(Said.LAYER_ACTIVATION);
        }
        return paths;
    }

    /** The network for rows of {@code inputs} numbers and answers of {@code outputs}. */
    Architecture architecture(Preset preset, int inputs, int outputs) {
        Activation hiddenActivation = activation != null ? activation : preset.defaults.activation();
        boolean defaultBias = bias != null ? bias : preset.defaults.bias();
        List<LayerSpec> layers = new ArrayList<>();
        for (HiddenLayer layer : hidden != null ? hidden : preset.defaults.hidden()) {
            layers.add(layer.spec(hiddenActivation, defaultBias));
        }
        Activation last = outputActivation != null ? outputActivation : preset.outputActivation(outputs);
        layers.add(new LayerSpec(outputs, last, defaultBias));
        return new Architecture(inputs, layers);
    }
}
