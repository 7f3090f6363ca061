package dev.feedforward.dataset.rows;

import dev.feedforward.nn.data.Matrix;
import io.swagger.v3.oas.annotations.media.Schema;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * Rows of inputs in JSON: arrays of numbers, or bit strings ({@code "0110"} is the same as {@code [0,1,1,0]}).
 *
 * @param matrix rows × columns
 */
@JsonDeserialize(using = RowsDeserializer.class)
@JsonSerialize(using = RowsSerializer.class)
public record Rows(@Schema(hidden = true) Matrix matrix) {

    /** Rows of numbers; all of one length. */
    public static Rows of(double[]... rows) {
        return new Rows(Matrix.of(rows));
    }
}
