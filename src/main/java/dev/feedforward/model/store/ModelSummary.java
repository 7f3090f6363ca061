package dev.feedforward.model.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.feedforward.error.Problem;
import dev.feedforward.model.metrics.Figures;
import dev.feedforward.nn.Architecture;
import dev.feedforward.nn.LayerSpec;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A model in a list: what it is and how good, without its weights. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A model in a list.")
public record ModelSummary(
        @Schema(description = "The model's name.", example = "course")
        String name,

        @Schema(description = "The model's version, counted from 1.", example = "1")
        int version,

        @Schema(description = "When it was trained, in UTC.")
        Instant createdAt,

        @Schema(
                description = "Inputs, then the neurons of each layer; absent where the model is damaged.",
                example = "4-4-1")
        @Nullable
        String shape,

        @Schema(description = "Weights and biases; absent where the model is damaged.", example = "20") @Nullable
        Long parameters,

        @Schema(description = "How good it is; absent where the model is damaged.") @Nullable
        Figures figures,

        @Schema(description = ModelSummary.FAILED, example = "false")
        boolean failed,

        @Schema(description = "Why no more can be told of it: it is damaged in the database. Absent otherwise.")
        @Nullable
        Problem problem,

        ModelLinks links) {

    /** Description of a failed one, for the OpenAPI document. */
    public static final String FAILED =
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
                null,
                ModelLinks.of(ref));
    }

    /** A model that is damaged in the database. */
    static ModelSummary damaged(ModelRef ref, Instant createdAt, boolean failed, Problem problem) {
        return new ModelSummary(
                ref.name(), ref.version(), createdAt, null, null, null, failed, problem, ModelLinks.of(ref));
    }
}
