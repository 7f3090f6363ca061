package dev.feedforward.dataset.encoding;

import dev.feedforward.nn.data.RowSource;
import java.util.Arrays;

/**
 * Sums over the columns of any number of rows, for {@link Standardization}: one array element a column. Keeps one row
 * at a time.
 */
final class ColumnMoments {

    private final RowSource rows;
    private final int columns;
    private final double[] first;

    /** The row that is looked at. */
    private final double[] row;

    private final boolean[] constant;

    /** Powers of two that bring each column's largest magnitude to about 1, so that no square over- or underflows. */
    private final double[] scale;

    ColumnMoments(RowSource rows) {
        this.rows = rows;
        columns = rows.columns();
        first = rows.row(0);
        row = new double[columns];
        constant = new boolean[columns];
        scale = new double[columns];
        findScales();
    }

    private void findScales() {
        double[] largest = new double[columns];
        Arrays.fill(constant, true);
        for (int i = 0; i < rows.rows(); i++) {
            rows.copyRow(i, row, 0);
            for (int j = 0; j < columns; j++) {
                largest[j] = Math.max(largest[j], Math.abs(row[j]));
                constant[j] &= row[j] == first[j];
            }
        }
        for (int j = 0; j < columns; j++) {
            scale[j] = Math.scalb(1.0, -Math.max(Math.getExponent(largest[j]), Double.MIN_EXPONENT));
        }
    }

    Standardization standardization() {
        double[] mean = means();
        double[] deviation = deviations(mean);
        for (int j = 0; j < columns; j++) {
            mean[j] = constant[j] ? first[j] : mean[j] / scale[j];
            double unscaled = deviation[j] / scale[j];
            deviation[j] = constant[j] || unscaled == 0.0 ? 1.0 : unscaled;
        }
        return new Standardization(mean, deviation);
    }

    /** The means of the scaled columns: of the values, then corrected by the mean of what remains. */
    private double[] means() {
        double[] mean = new double[columns];
        for (int pass = 0; pass < 2; pass++) {
            double[] remaining = new double[columns];
            for (int i = 0; i < rows.rows(); i++) {
                rows.copyRow(i, row, 0);
                for (int j = 0; j < columns; j++) {
                    remaining[j] += row[j] * scale[j] - mean[j];
                }
            }
            for (int j = 0; j < columns; j++) {
                mean[j] += remaining[j] / rows.rows();
            }
        }
        return mean;
    }

    /** The population's deviations of the scaled columns. */
    private double[] deviations(double[] mean) {
        double[] squares = new double[columns];
        double[] rest = new double[columns];
        for (int i = 0; i < rows.rows(); i++) {
            rows.copyRow(i, row, 0);
            for (int j = 0; j < columns; j++) {
                double distance = row[j] * scale[j] - mean[j];
                squares[j] += distance * distance;
                rest[j] += distance;
            }
        }
        double n = rows.rows();
        for (int j = 0; j < columns; j++) {
            squares[j] = Math.sqrt(Math.max(0.0, squares[j] - rest[j] * rest[j] / n) / n);
        }
        return squares;
    }
}
