package dev.feedforward.model.metrics;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.feedforward.nn.data.Matrix;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How near one output comes to its answers.
 *
 * @param r2 {@code 1 - Σ (output - answer)² / Σ (answer - mean answer)²}, the coefficient of determination; null where
 *     all answers are the same
 * @param rmse {@code √ mean (output - answer)²}, in the answers' own unit
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "How near one output comes to its answers.")
public record Fit(
        @Schema(
                description = "Share of the answers' variance that is explained: 1 is perfect, 0 no better than always"
                        + " answering the mean. Absent where all answers are the same.")
        @Nullable
        Double r2,

        @Schema(description = "Root of the mean squared error, in the answers' own unit.")
        double rmse) {

    /**
     * The fit of output {@code column}.
     *
     * @param outputs rows × outputs, at least one row
     * @param answers rows × outputs
     */
    static Fit of(Matrix outputs, Matrix answers, int column) {
        double residual = 0.0;
        for (int i = column; i < answers.values().length; i += answers.columns()) {
            double error = outputs.values()[i] - answers.values()[i];
            residual += error * error;
        }
        return new Fit(determination(residual, answers, column), Math.sqrt(residual / answers.rows()));
    }

    private static @Nullable Double determination(double residual, Matrix answers, int column) {
        double first = answers.values()[column];
        double sum = 0.0;
        boolean constant = true;
        for (int i = column; i < answers.values().length; i += answers.columns()) {
            // From the first answer on, so that answers far from 0 lose no digits.
            sum += answers.values()[i] - first;
            constant &= answers.values()[i] == first;
        }
        if (constant) {
            return null;
        }
        double mean = sum / answers.rows();
        double total = 0.0;
        for (int i = column; i < answers.values().length; i += answers.columns()) {
            double deviation = answers.values()[i] - first - mean;
            total += deviation * deviation;
        }
        return 1.0 - residual / total;
    }
}
