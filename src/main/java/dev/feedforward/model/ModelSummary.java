package dev.feedforward.model;

import dev.feedforward.nn.Architecture;
import dev.feedforward.nn.LayerSpec;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A model in a list: what it is and how good, without its weights. */
@Schema(description = "A model in a list.")
record ModelSummary(
        @Schema(description = "The model's name.", example = "course")
        String name,

        @Schema(description = "The model's version, counted from 1.", example = "1")
        int version,

        @Schema(description = "When it was trained, in UTC.")
        Instant createdAt,

        @Schema(description = "Inputs, then the neurons of each layer.", example = "4-4-1")
        String shape,

        @Schema(description = "Weights and biases.", example = "20")
        long parameters,

        Figures figures,

        @Schema(description = ModelSummary.FAILED, example = "false")
        boolean failed,

        ModelLinks links) {

    /** Description of a failed one, for the OpenAPI document. */
    static final String FAILED =
            "Whether the job that trained it failed, as one does whose expectation is not met. Such a version is only taken"
                    + " where it is named.";

    static ModelSummary of(ModelRef ref, Instant createdAt, Definition definition, boolean failed) {
        Architecture architecture = definition.architecture();
        String shape = Stream.concat(
                        Stream.of(architecture.inputs()),
                        architecture.layers().stream().map(LayerSpec::neurons))
                .map(String::valueOf)
                .collect(Collectors.joining("-"));
        return new ModelSummary(
                ref.name(),
                ref.version(),
                createdAt,
                shape,
                architecture.parameters(),
                definition.figures().withoutOutputs(),
                failed,
                ModelLinks.of(ref));
    }
}
