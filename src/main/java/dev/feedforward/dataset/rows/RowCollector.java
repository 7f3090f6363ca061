package dev.feedforward.dataset.rows;

import dev.feedforward.nn.data.Matrix;
import java.util.Arrays;

/** Collects the numbers of rows whose count is not known beforehand. */
final class RowCollector {

    private double[] values = new double[64];
    private int size;
    private int rows;
    private int columns = -1;
    private int rowStart;

    void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.addExact(size, size >> 1));
        }
        values[size++] = value;
    }

    /** Numbers added since the last row ended. */
    int rowLength() {
        return size - rowStart;
    }

    /** Takes back the numbers added since the last row ended. */
    double[] dropRow() {
        double[] dropped = Arrays.copyOfRange(values, rowStart, size);
        size = rowStart;
        return dropped;
    }

    /** Columns of the first row, or -1 before it has ended. */
    int columns() {
        return columns;
    }

    void endRow() {
        if (columns < 0) {
            columns = rowLength();
        }
        rowStart = size;
        rows++;
    }

    int rows() {
        return rows;
    }

    /** The matrix, of rows that are all as long as the first. */
    Matrix matrix() {
        return new Matrix(rows, Math.max(columns, 0), Arrays.copyOf(values, size));
    }
}
