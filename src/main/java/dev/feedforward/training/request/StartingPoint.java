package dev.feedforward.training.request;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** The model whose weights a training starts from. */
@Schema(description = "The model whose weights, network and encoding the training starts from.")
record StartingPoint(
        @Schema(description = "Its name.", example = "course")
        @NotNull(message = "missing: name the model to go on from")
        String model,

        @Schema(description = "The newest where it is left out.", example = "1") @Min(1) @Nullable
        Integer version) {}
