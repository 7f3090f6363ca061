package dev.feedforward.dataset.table;

import dev.feedforward.dataset.table.Column.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rows of a data set in memory, in about as many bytes as on the disk. It never changes, so that all share it. */
public final class Table {

    private final List<Column> columns;
    private final Chunk[] chunks;
    private final int rowsAChunk;
    private final int rows;

    /** @param chunks each of as many rows as the first, but for the last, which may have fewer */
    public Table(List<Column> columns, List<Chunk> chunks) {
        this.columns = List.copyOf(columns);
        this.chunks = chunks.toArray(Chunk[]::new);
        rowsAChunk = chunks.isEmpty() ? 1 : chunks.get(0).rows();
        rows = chunks.isEmpty()
                ? 0
                : Math.addExact(
                        Math.multiplyExact(chunks.size() - 1, rowsAChunk),
                        chunks.get(chunks.size() - 1).rows());
    }

    public int rows() {
        return rows;
    }

    /** Bytes that its rows take. */
    public long bytes() {
        return Arrays.stream(chunks).mapToLong(chunk -> chunk.bytes().length).sum();
    }

    public List<Column> columns() {
        return columns;
    }

    /** One value: a number, or a category's place among the column's; NaN where it is missing. */
    public double get(int row, int column) {
        Objects.checkIndex(row, rows);
        Objects.checkIndex(column, columns.size());
        return chunks[row / rowsAChunk].get(row % rowsAChunk, column);
    }

    /**
     * Writes the values of all columns of a row, as {@link #get} gives them, to {@code target[at]} and the places after
     * it.
     */
    public void copyRow(int row, double[] target, int at) {
        Objects.checkIndex(row, rows);
        chunks[row / rowsAChunk].copyRow(row % rowsAChunk, target, at);
    }

    /** The values of rows {@code from} to before {@code to} to show: numbers, texts, null where one is missing. */
    public List<List<@Nullable Object>> show(int from, int to) {
        return IntStream.range(from, to).mapToObj(this::show).toList();
    }

    private List<@Nullable Object> show(int row) {
        double[] values = new double[columns.size()];
        copyRow(row, values, 0);
        List<@Nullable Object> shown = new ArrayList<>(values.length);
        for (int column = 0; column < values.length; column++) {
            shown.add(show(values[column], columns.get(column)));
        }
        return shown;
    }

    private static @Nullable Object show(double value, Column column) {
        if (Double.isNaN(value)) {
            return null;
        } else if (column.kind() == Kind.CATEGORY) {
            return column.categories().get((int) value);
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1L << 53;
        return whole ? (Object) (long) value : (Object) value;
    }
}
