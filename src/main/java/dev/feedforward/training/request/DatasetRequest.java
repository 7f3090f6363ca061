package dev.feedforward.training.request;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A data set to train on: a name, or for built-in sets that are drawn an object that says how. */
@Schema(
        name = "DatasetChoice",
        description = "A data set: its name, or an object that says how a built-in one is to be drawn.")
record DatasetRequest(
        @Schema(description = "Its name.", example = "spiral") @NotNull(message = "missing: name a data set")
        String name,

        @Schema(description = "Noise in percent, of the built-in sets that have some.", example = "10")
        @Min(0)
        @Max(50)
        @Nullable
        Integer noise,

        @Schema(description = "Rows in all, of the built-in sets that are drawn.", example = "500")
        @Min(1)
        @Max(100_000)
        @Nullable
        Integer samples,

        @Schema(description = "Where their random generator starts.", example = "1") @Nullable
        Long seed) {

    /** The fields said that say how a built-in one is drawn. */
    List<String> drawing() {
        Map<String, @Nullable Number> said = new LinkedHashMap<>();
        said.put("noise", noise);
        said.put("samples", samples);
        said.put("seed", seed);
        return said.entrySet().stream()
                .filter(field -> field.getValue() != null)
                .map(Map.Entry::getKey)
                .toList();
    }

    static DatasetRequest named(String name) {
        return new DatasetRequest(name, null, null, null);
    }
}
