package dev.feedforward.dataset;

import dev.feedforward.nn.Matrix;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * What a network should answer, in JSON: arrays of numbers, plain numbers (one output), or strings (class labels).
 *
 * @param numbers rows × outputs; rows × 0 where the answers are labels
 * @param labels one a row, or null where the answers are numbers
 */
@JsonDeserialize(using = AnswersDeserializer.class)
@JsonSerialize(using = AnswersSerializer.class)
public record Answers(
        @Schema(hidden = true) Matrix numbers,
        @Schema(hidden = true) @Nullable List<String> labels) {

    /** Answers of numbers; all of one length. */
    public static Answers of(double[]... rows) {
        return new Answers(Matrix.of(rows), null);
    }

    /** Class labels, one a row. */
    public static Answers ofLabels(List<String> labels) {
        return new Answers(new Matrix(labels.size(), 0, new double[0]), List.copyOf(labels));
    }

    /** How many answers there are. */
    public int rows() {
        return numbers.rows();
    }

    /** The classes that the labels name, or null where the answers are numbers. */
    public @Nullable Classes classes() {
        return labels == null ? null : Classes.of(labels);
    }

    /**
     * The answers as numbers, rows × outputs.
     *
     * @param classes the order of the labels, or null where the answers are numbers
     */
    public Matrix encode(@Nullable Classes classes) {
        return labels == null || classes == null ? numbers : classes.oneHot(labels);
    }
}
