package dev.feedforward.nn.data;

import java.util.Arrays;

/**
 * A dense matrix: rows that are in memory, 8 bytes a number.
 *
 * @param values rows × columns, row-major; not copied
 */
public record Matrix(int rows, int columns, double[] values) implements RowSource {

    /** @throws IllegalArgumentException if the number of values is not rows times columns */
    public Matrix {
        if (rows < 0 || columns < 0 || (long) rows * columns != values.length) {
            throw new IllegalArgumentException(
                    "%d values cannot be %d rows of %d columns".formatted(values.length, rows, columns));
        }
    }

    /**
     * A copy of rows of equal length.
     *
     * @throws IllegalArgumentException if the rows differ in length
     */
    public static Matrix of(double[]... rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        double[] values = new double[Math.multiplyExact(rows.length, columns)];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != columns) {
                throw new IllegalArgumentException(
                        "row %d has %d columns, the first has %d".formatted(i, rows[i].length, columns));
            }
            System.arraycopy(rows[i], 0, values, i * columns, columns);
        }
        return new Matrix(rows.length, columns, values);
    }

    @Override
    public void copyRow(int row, double[] target, int at) {
        System.arraycopy(values, row * columns, target, at, columns);
    }

    @Override
    public void copyRows(int from, int count, double[] target) {
        System.arraycopy(values, from * columns, target, 0, count * columns);
    }

    /** A new matrix of some of the rows, in the order of {@code order}. */
    @Override
    public Matrix pick(int... order) {
        double[] picked = new double[Math.multiplyExact(order.length, columns)];
        for (int i = 0; i < order.length; i++) {
            System.arraycopy(values, order[i] * columns, picked, i * columns, columns);
        }
        return new Matrix(order.length, columns, picked);
    }

    @Override
    public double[] row(int row) {
        return Arrays.copyOfRange(values, row * columns, (row + 1) * columns);
    }

    /** This matrix itself. */
    @Override
    public Matrix toMatrix() {
        return this;
    }

    /** A copy, one array a row. */
    public double[][] toRows() {
        double[][] copy = new double[rows][];
        for (int i = 0; i < rows; i++) {
            copy[i] = row(i);
        }
        return copy;
    }
}
