package dev.feedforward.model.settings;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

/** How large a gradient may be. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "GradientClipping", description = "How large a gradient may be.")
public record ClippingSettings(
        @Schema(description = "The longest that the gradient of all weights together may be.", example = "1")
        @Positive
        @Nullable
        Double maxNorm,

        @Schema(description = "The largest that one derivative may be.") @Positive @Nullable
        Double maxValue) {}
