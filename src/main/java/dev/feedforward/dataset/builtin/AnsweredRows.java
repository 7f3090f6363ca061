package dev.feedforward.dataset.builtin;

import dev.feedforward.dataset.rows.Answers;
import dev.feedforward.nn.data.Matrix;

/**
 * Rows whose answers are known.
 *
 * @param inputs rows × columns
 * @param answers one a row
 */
public record AnsweredRows(Matrix inputs, Answers answers) {

    /** @throws IllegalArgumentException if there are not as many answers as inputs */
    public AnsweredRows {
        if (inputs.rows() != answers.rows()) {
            throw new IllegalArgumentException(
                    "%d rows of inputs, %d of answers".formatted(inputs.rows(), answers.rows()));
        }
    }
}
