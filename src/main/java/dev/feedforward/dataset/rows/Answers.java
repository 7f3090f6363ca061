package dev.feedforward.dataset.rows;

import dev.feedforward.dataset.encoding.Classes;
import dev.feedforward.dataset.table.NumberLabels;
import dev.feedforward.nn.data.Matrix;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.IntStream;
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

    /** Whether they are numbers that could be class labels: one column of whole numbers, more than 0 and 1 alone. */
    public boolean couldBeLabels() {
        return labels == null && numbers.columns() == 1 && NumberLabels.areLikely(numbers.rows(), this::number);
    }

    /** The same as class labels where they are one column of whole numbers; otherwise as they are. */
    public Answers asLabels() {
        return labels == null
                        && numbers.columns() == 1
                        && IntStream.range(0, rows()).mapToDouble(this::number).allMatch(NumberLabels::isWhole)
                ? ofLabels(IntStream.range(0, rows())
                        .mapToObj(row -> NumberLabels.label(number(row)))
                        .toList())
                : this;
    }

    private double number(int row) {
        return numbers.values()[row];
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
