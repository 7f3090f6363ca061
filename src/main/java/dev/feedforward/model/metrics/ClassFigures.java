package dev.feedforward.model.metrics;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How well a network tells one class from all others.
 *
 * @param precision {@code right / predicted}; null where the class is never predicted
 * @param recall {@code right / rows}; null where no row is of the class
 * @param f1 {@code 2 · right / (predicted + rows)}, which is the harmonic mean of the two; null where both are
 * @param rows those of the class
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "How well the network tells one class from all others.")
public record ClassFigures(
        @Schema(description = "The class.", example = "setosa")
        String label,

        @Schema(
                description = "Of the rows answered with this class, the share that is of it, 0 to 1. Absent where no"
                        + " row is answered so.")
        @Nullable
        Double precision,

        @Schema(
                description = "Of the rows of this class, the share that is answered with it, 0 to 1. Absent where no"
                        + " row is of the class.")
        @Nullable
        Double recall,

        @Schema(
                description = "The harmonic mean of precision and recall, 0 where no row is answered right. Absent"
                        + " where the class neither occurs nor is answered.")
        @Nullable
        Double f1,

        @Schema(description = "Rows of this class.", example = "50")
        int rows) {

    /** The figures of a class of {@code rows} rows, answered {@code predicted} times, {@code right} of them rightly. */
    static ClassFigures of(String label, int right, int predicted, int rows) {
        return new ClassFigures(
                label, ratio(right, predicted), ratio(right, rows), ratio(2L * right, (long) predicted + rows), rows);
    }

    private static @Nullable Double ratio(long part, long whole) {
        return whole == 0 ? null : (Double) ((double) part / whole);
    }
}
