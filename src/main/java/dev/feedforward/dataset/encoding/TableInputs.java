package dev.feedforward.dataset.encoding;

import dev.feedforward.dataset.table.Column.Role;
import dev.feedforward.dataset.table.Table;
import dev.feedforward.nn.data.RowSource;
import java.util.List;
import java.util.stream.IntStream;

/** A table's rows as a network takes them, worked out whenever they are copied. */
public final class TableInputs implements RowSource {

    private final Table table;
    private final InputColumns columns;
    private final List<TableColumn> sources;
    private final int width;
    private final ThreadLocal<double[]> row;
    private final ThreadLocal<double[]> values;

    /**
     * The inputs of all rows of {@code table}.
     *
     * @param columns those of the table whose role is {@link Role#INPUT}, in order
     */
    public TableInputs(Table table, InputColumns columns) {
        this(table, columns, TableColumn.inputs(table));
    }

    /** @param sources where each of {@code columns} has its values from */
    TableInputs(Table table, InputColumns columns, List<TableColumn> sources) {
        this.table = table;
        this.columns = columns;
        this.sources = sources;
        width = columns.width();
        row = ThreadLocal.withInitial(() -> new double[table.columns().size()]);
        values = ThreadLocal.withInitial(() -> new double[sources.size()]);
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
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = sources.get(i).value(all);
        }
        columns.encode(inputs, target, at);
    }

    /**
     * Where the values of a network's column are in a table.
     *
     * @param place of the table's column
     * @param codes what the network's column calls category 0, 1, 2 … of the table's; empty where both are the same
     */
    record TableColumn(int place, int... codes) {

        /** All inputs of a table, as they are. */
        static List<TableColumn> inputs(Table table) {
            return IntStream.range(0, table.columns().size())
                    .filter(i -> table.columns().get(i).role() == Role.INPUT)
                    .mapToObj(TableColumn::new)
                    .toList();
        }

        double value(double[] row) {
            double value = row[place];
            return codes.length == 0 || Double.isNaN(value) ? value : codes[(int) value];
        }
    }
}
