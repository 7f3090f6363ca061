package dev.feedforward.nn.data;

/**
 * Some rows of another source, in an order of their own. Copies none of them.
 *
 * @param source where the rows are
 * @param order the source's row behind each row of this one; a row may occur more than once; not copied
 */
public record PickedRows(RowSource source, int... order) implements RowSource {

    @Override
    public int rows() {
        return order.length;
    }

    @Override
    public int columns() {
        return source.columns();
    }

    @Override
    public void copyRow(int row, double[] target, int at) {
        source.copyRow(order[row], target, at);
    }

    /** Rows of the same source, so that views of views do not pile up. */
    @Override
    public RowSource pick(int... rows) {
        int[] picked = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            picked[i] = order[rows[i]];
        }
        return new PickedRows(source, picked);
    }
}
