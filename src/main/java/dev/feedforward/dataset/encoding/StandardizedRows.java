package dev.feedforward.dataset.encoding;

import dev.feedforward.nn.data.RowSource;

/**
 * Rows of another source, standardised whenever they are copied: the same bits as {@link Standardization#apply} gives,
 * without the memory for them.
 *
 * @param source rows × columns, as they were given
 */
record StandardizedRows(RowSource source, Standardization standardization) implements RowSource {

    /** @throws IllegalArgumentException if the standardisation is for another number of columns */
    StandardizedRows {
        standardization.check(source);
    }

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
        standardization.applyTo(target, at, 1);
    }

    @Override
    public void copyRows(int from, int count, double[] target) {
        source.copyRows(from, count, target);
        standardization.applyTo(target, 0, count);
    }
}
