package dev.feedforward.dataset.encoding;

import dev.feedforward.nn.data.Matrix;
import dev.feedforward.nn.data.RowSource;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;

/**
 * How columns are moved and stretched to a mean of 0 and a standard deviation of 1: {@code (x - mean) / deviation}.
 *
 * <p>To be fitted on the training rows alone, and applied to all rows, lest the others leak into the training. The
 * deviation is the population's, {@code √ mean (x - mean)²}; that of a column of one value is taken as 1, so that the
 * column becomes 0.
 *
 * @param mean one a column
 * @param deviation one a column, more than 0
 */
@Schema(description = "How columns are moved and stretched to a mean of 0 and a deviation of 1.")
public record Standardization(
        @Schema(description = "What is taken from each column.")
        double[] mean,

        @Schema(description = "What each column is then divided by.")
        double[] deviation) {

    /** @throws IllegalArgumentException if there are not as many deviations as means */
    public Standardization {
        if (mean.length != deviation.length) {
            throw new IllegalArgumentException("%d means, %d deviations".formatted(mean.length, deviation.length));
        }
    }

    /**
     * Means and deviations of each column, by the corrected two-pass algorithm (Chan, Golub and LeVeque, "Algorithms
     * for computing the sample variance", The American Statistician 37, 1983), row by row: the same rows in the same
     * order give the same bits, wherever they are kept. Asks for every row four times, and keeps one.
     *
     * @param rows rows × columns of finite numbers, not changed
     * @throws IllegalArgumentException if there is no row
     */
    public static Standardization fit(RowSource rows) {
        if (rows.rows() == 0) {
            throw new IllegalArgumentException("no rows to fit");
        }
        return new ColumnMoments(rows).standardization();
    }

    /** How many columns it is for. */
    public int columns() {
        return mean.length;
    }

    /**
     * The standardised rows, a new matrix.
     *
     * @throws IllegalArgumentException if the rows have another number of columns
     */
    public Matrix apply(Matrix rows) {
        check(rows);
        double[] values = rows.values().clone();
        applyTo(values, 0, rows.rows());
        return new Matrix(rows.rows(), rows.columns(), values);
    }

    /** Standardises {@code count} rows in place: count × columns in {@code values}, row-major, from {@code at} on. */
    void applyTo(double[] values, int at, int count) {
        int row = at;
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < mean.length; j++) {
                values[row + j] = standardized(values[row + j], mean[j], deviation[j]);
            }
            row += mean.length;
        }
    }

    private static double standardized(double value, double mean, double deviation) {
        double distance = value - mean;
        // The distance of two finite numbers may be beyond the largest one.
        return Double.isInfinite(distance) ? value / deviation - mean / deviation : distance / deviation;
    }

    /**
     * Undoes {@link #apply}: {@code x · deviation + mean}, a new matrix.
     *
     * @throws IllegalArgumentException if the rows have another number of columns
     */
    public Matrix invert(Matrix rows) {
        check(rows);
        double[] values = new double[rows.values().length];
        for (int i = 0, column = 0; i < values.length; i++) {
            values[i] = Math.fma(rows.values()[i], deviation[column], mean[column]);
            column = column + 1 == mean.length ? 0 : column + 1;
        }
        return new Matrix(rows.rows(), rows.columns(), values);
    }

    /** @throws IllegalArgumentException if {@code rows} have another number of columns */
    void check(RowSource rows) {
        if (rows.columns() != mean.length) {
            throw new IllegalArgumentException("%d columns, fitted to %d".formatted(rows.columns(), mean.length));
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Standardization that
                && Arrays.equals(mean, that.mean)
                && Arrays.equals(deviation, that.deviation);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(mean) + Arrays.hashCode(deviation);
    }
}
