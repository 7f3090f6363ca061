package dev.feedforward.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.feedforward.dataset.encoding.Classes;
import dev.feedforward.dataset.encoding.InputColumn;
import dev.feedforward.dataset.encoding.InputColumns;
import dev.feedforward.dataset.encoding.Standardization;
import dev.feedforward.model.metrics.Figures;
import dev.feedforward.model.metrics.OutputMeaning;
import dev.feedforward.model.settings.TrainingSettings;
import dev.feedforward.model.store.Definition;
import dev.feedforward.model.store.Model;
import dev.feedforward.model.store.ModelLinks;
import dev.feedforward.model.store.ModelSummary;
import dev.feedforward.model.store.Provenance;
import dev.feedforward.nn.Activation;
import dev.feedforward.nn.LayerSpec;
import dev.feedforward.nn.Network;
import dev.feedforward.nn.data.Matrix;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A model, whole: its layers with every weight, how it was trained, how good it is and where it comes from. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Model", description = "A trained network, with every weight.")
record ModelDetails(
        @Schema(description = "The model's name.", example = "course")
        String name,

        @Schema(description = "The model's version, counted from 1.", example = "1")
        int version,

        @Schema(description = "When it was trained, in UTC.")
        Instant createdAt,

        @Schema(description = "Numbers that it takes for a row.", example = "4")
        int inputs,

        @Schema(description = "The hidden layers in order, then the output layer.")
        List<Layer> layers,

        @Schema(
                description = "The columns of the data set that it was trained on, in the order in which a row has"
                        + " them; absent where rows came without names.")
        @Nullable
        List<InputColumn> columns,

        @Schema(description = "The class label that each output stands for; absent where answers are numbers.")
        @Nullable
        Classes classes,

        @Schema(description = OutputMeaning.DESCRIPTION, example = "yes_or_no")
        OutputMeaning meaning,

        @Schema(description = "How inputs are standardised before the network sees them; absent where they are not.")
        @Nullable
        Standardization inputScaling,

        @Schema(description = "How answers were standardised for the network; absent where they were not.") @Nullable
        Standardization answerScaling,

        TrainingSettings training,
        Figures figures,
        Provenance provenance,

        @Schema(description = ModelSummary.FAILED, example = "false")
        boolean failed,

        ModelLinks links) {

    /**
     * A layer and what it has learned; {@code weights} are inputs × neurons, null as {@code biases} if not asked for.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "A layer and what it has learned.")
    record Layer(
            @Schema(description = "Neurons in the layer.", example = "4")
            int neurons,

            @Schema(description = "What is done to the weighted sums.")
            Activation activation,

            @Schema(description = "Whether its neurons have biases.")
            boolean bias,

            @Schema(description = "One row an input, one column a neuron; absent with weights=false.")
            double @Nullable [][] weights,

            @Schema(description = "One a neuron; empty without biases, absent with weights=false.")
            double @Nullable [] biases) {}

    /** @param weights whether each layer's weights and biases are told */
    static ModelDetails of(Model model, boolean weights) {
        Definition definition = model.definition();
        InputColumns columns = definition.encoding().columns();
        return new ModelDetails(
                model.ref().name(),
                model.ref().version(),
                model.createdAt(),
                model.inputs(),
                layers(model.network(), weights),
                columns == null ? null : columns.columns(),
                definition.encoding().classes(),
                definition.meaning(),
                definition.encoding().inputs(),
                definition.encoding().answers(),
                definition.training(),
                definition.figures(),
                definition.provenance(),
                model.failed(),
                ModelLinks.of(model.ref()));
    }

    private static List<Layer> layers(Network network, boolean weights) {
        return IntStream.range(0, network.architecture().layers().size())
                .mapToObj(l -> layer(network, l, weights))
                .toList();
    }

    private static Layer layer(Network network, int l, boolean weights) {
        LayerSpec spec = network.architecture().layers().get(l);
        int inputs = network.architecture().fanIn(l);
        return new Layer(
                spec.neurons(),
                spec.activation(),
                spec.bias(),
                weights
                        ? new Matrix(
                                        inputs,
                                        spec.neurons(),
                                        network.parameters().weights(l))
                                .toRows()
                        : null,
                weights ? network.parameters().biases(l) : null);
    }
}
