package dev.feedforward.dataset;

import java.util.List;
import java.util.Objects;

/** The rows of a data set in memory, in about as many bytes as on the disk. It never changes, so that all share it. */
public final class Table {

    private final List<Column> columns;
    private final Chunk[] chunks;
    private final int rowsAChunk;
    private final int rows;

    /** @param chunks each of as many rows as the first, but for the last, which may have fewer */
    Table(List<Column> columns, List<Chunk> chunks) {
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
}
