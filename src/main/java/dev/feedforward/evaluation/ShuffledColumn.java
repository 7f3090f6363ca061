package dev.feedforward.evaluation;

import dev.feedforward.nn.data.RowSource;

/**
 * Rows of which one column has the values of other rows.
 *
 * @param from the first number of the column; a category takes several
 * @param width how many it takes
 * @param order the row that each row has the column's value from
 */
record ShuffledColumn(RowSource source, int from, int width, int... order) implements RowSource {

    @Override
    public int rows() {
        return source.rows();
    }

    @Override
    public int columns() {
        return source.columns();
    }

    @Override
    public void copyRow(int row, double[] target, int at) {
        source.copyRow(row, target, at);
        System.arraycopy(source.row(order[row]), from, target, at + from, width);
    }
}
