package dev.feedforward.dataset;

import dev.feedforward.dataset.Column.Role;
import dev.feedforward.nn.RowSource;
import java.util.stream.IntStream;

/** A table's rows as a network takes them, worked out whenever they are copied. */
public final class TableInputs implements RowSource {

    private final Table table;
    private final InputColumns columns;
    private final int[] places;
    private final int width;
    private final ThreadLocal<double[]> row;
    private final ThreadLocal<double[]> values;

    /**
     * The inputs of all rows of {@code table}.
     *
     * @param columns those of the table whose role is {@link Role#INPUT}, in order
     */
    public TableInputs(Table table, InputColumns columns) {
        this.table = table;
        this.columns = columns;
        places = IntStream.range(0, table.columns().size())
                .filter(i -> table.columns().get(i).role() == Role.INPUT)
                .toArray();
        width = columns.width();
        row = ThreadLocal.withInitial(() -> new double[table.columns().size()]);
        values = ThreadLocal.withInitial(() -> new double[places.length]);
    }

    @Override
    public int rows() {
        return table.rows();
    }

    @Override
    public int columns() {
        return width;
    }

    @Override
    public void copyRow(int number, double[] target, int at) {
        double[] all = row.get();
        double[] inputs = values.get();
        table.copyRow(number, all, 0);
        for (int i = 0; i < places.length; i++) {
            inputs[i] = all[places[i]];
        }
        columns.encode(inputs, target, at);
    }
}
