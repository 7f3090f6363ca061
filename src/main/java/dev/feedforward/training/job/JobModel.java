package dev.feedforward.training.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.feedforward.model.store.ModelRef;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The model that a job trains.
 *
 * @param version null until there is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "The model that the job trains.")
public record JobModel(
        @Schema(description = "The model's name.", example = "course")
        String name,

        @Schema(description = "The model's version; absent until there is one.", example = "1") @Nullable
        Integer version) {

    /** The model, or null until there is one. */
    @Nullable
    public ModelRef ref() {
        return version == null ? null : new ModelRef(name, version);
    }
}
