package dev.feedforward.nn.data;

/**
 * Rows of numbers, all of one length, wherever they are kept: a {@link Matrix} holds them as they are, another source
 * may hold them more compactly, or work them out when they are asked for. They never change, and several threads may
 * ask for them at once.
 */
public interface RowSource {

    /** The number of rows. */
    int rows();

    /** The numbers of each row. */
    int columns();

    /**
     * Copies row {@code row}.
     *
     * @param target receives the row's numbers, as many as there are columns, from {@code at} on
     * @throws IndexOutOfBoundsException if there is no such row, or not enough room
     */
    void copyRow(int row, double[] target, int at);

    /** Copies {@code count} rows from row {@code from} to the start of {@code target}: count × columns, row-major. */
    default void copyRows(int from, int count, double[] target) {
        for (int i = 0; i < count; i++) {
            copyRow(from + i, target, i * columns());
        }
    }

    /** A copy of row {@code row}, of length {@code columns}. */
    default double[] row(int row) {
        double[] copy = new double[columns()];
        copyRow(row, copy, 0);
        return copy;
    }

    /** Some of the rows, in the order of {@code order}: a view, unless a copy is cheap. */
    default RowSource pick(int... order) {
        return new PickedRows(this, order);
    }

    /**
     * All rows in memory: itself where they are there already, else a copy of 8 bytes a number.
     *
     * @throws ArithmeticException if these are more numbers than an array has room for
     */
    default Matrix toMatrix() {
        double[] values = new double[Math.multiplyExact(rows(), columns())];
        copyRows(0, rows(), values);
        return new Matrix(rows(), columns(), values);
    }
}
