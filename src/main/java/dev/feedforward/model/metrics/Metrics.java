package dev.feedforward.model.metrics;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.feedforward.dataset.encoding.Classes;
import dev.feedforward.nn.data.Matrix;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How good answers are, in the figures that fit their kind; the others are null, and so is what is undefined.
 *
 * @param accuracy share of the rows answered right, from 0 to 1; null where answers are numbers
 * @param classes the figures of each class, in the order of the outputs; null where answers are no classes
 * @param confusion rows of a class × answers of a class; null where answers are no classes, or more than 100
 * @param r2 the mean of the outputs' R²; null where answers are classes, or one output's answers are all the same
 * @param rmse the root of the squared error's mean over all rows and outputs; null where answers are classes
 * @param perOutput the last two for each output, where there are several; null otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Metrics(
        @Schema(
                description = "Share of the rows answered right, 0 to 1. Absent where answers are neither class labels,"
                        + " nor one-hot rows from softmax outputs, nor 0 and 1 from sigmoid outputs. With several"
                        + " sigmoid outputs a row is right if all of them are.")
        @Nullable
        Double accuracy,

        @Schema(
                description = "Figures of each class: the labels, the numbers of one-hot outputs from 0, or 0 and 1 for"
                        + " one sigmoid output. Absent where answers are no classes.")
        @Nullable
        List<ClassFigures> classes,

        @Schema(
                description = "How many rows of a class were answered with which: one row an actual class, one column"
                        + " an answered one, in the order of classes. Absent where answers are no classes, or more than"
                        + " 100.",
                example = "[[50,0],[2,48]]")
        int @Nullable [][] confusion,

        @Schema(
                description = "Share of the answers' variance that is explained, the outputs' mean: 1 is perfect, 0 no"
                        + " better than always answering the mean. Absent where answers are right or wrong, or those of"
                        + " an output are all the same.")
        @Nullable
        Double r2,

        @Schema(
                description = "Root of the mean squared error over all rows and outputs, in the answers' own unit."
                        + " Absent where answers are right or wrong.")
        @Nullable
        Double rmse,

        @Schema(description = "r2 and rmse of each output, where there are several.") @Nullable
        List<Fit> perOutput) {

    /** Nothing measured. */
    public static final Metrics NONE = new Metrics(null, null, null, null, null, null);

    /**
     * Measures outputs by what they should have been.
     *
     * @param meaning of the outputs
     * @param classes what the outputs stand for, or null where the answers are numbers
     * @param outputs rows × outputs, in the answers' own units
     * @param answers rows × outputs, likewise
     */
    public static Metrics of(OutputMeaning meaning, @Nullable Classes classes, Matrix outputs, Matrix answers) {
        return switch (meaning.against(classes, answers)) {
            case CLASSES -> of(Confusion.ofLargest(classes, outputs, answers));
            case YES_OR_NO -> of(Confusion.ofYesOrNo(outputs, answers));
            case BITS -> new Metrics(Accuracy.ofBits(outputs, answers), null, null, null, null, null);
            case NUMBERS -> ofNumbers(outputs, answers);
        };
    }

    private static Metrics of(Confusion confusion) {
        return new Metrics(confusion.accuracy(), confusion.figures(), confusion.table(), null, null, null);
    }

    /** R² and the root of the mean squared error of {@code outputs}, taken as numbers whatever the network. */
    private static Metrics ofNumbers(Matrix outputs, Matrix answers) {
        if (answers.rows() == 0) {
            return NONE;
        }
        List<Fit> fits = IntStream.range(0, answers.columns())
                .mapToObj(column -> Fit.of(outputs, answers, column))
                .toList();
        double meanSquare = 0.0;
        double sumOfR2 = 0.0;
        boolean defined = true;
        for (Fit fit : fits) {
            meanSquare += fit.rmse() * fit.rmse() / fits.size();
            Double r2 = fit.r2();
            defined &= r2 != null;
            sumOfR2 += r2 != null ? r2 : 0.0;
        }
        return new Metrics(
                null,
                null,
                null,
                defined ? (Double) (sumOfR2 / fits.size()) : null,
                fits.size() == 1 ? fits.get(0).rmse() : Math.sqrt(meanSquare),
                fits.size() == 1 ? null : fits);
    }
}
