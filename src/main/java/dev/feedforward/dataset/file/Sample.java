package dev.feedforward.dataset.file;

import dev.feedforward.memory.RequestMemory;
import java.util.Arrays;

/** The first rows of a file, held back until it is known what the columns are. */
public final class Sample implements RowSink {

    private static final int ROWS = 1_001;
    private static final int CHARACTERS = 1 << 20;

    private final int maxColumns;
    private final FileFaults faults;
    private char[] text = new char[4 * 1024];
    private int[] cellEnds = new int[256];
    private boolean[] quoted = new boolean[256];
    private int cells;

    /** The first cell of each row, and of the row that comes next. */
    private final int[] rowStarts = new int[ROWS + 1];

    private final long[] places = new long[ROWS];
    private int rows;

    public Sample(int maxColumns, FileFaults faults) {
        this.maxColumns = maxColumns;
        this.faults = faults;
    }

    @Override
    public void begin(long place) {
        places[rows] = place;
    }

    @Override
    public void cell(char[] source, int offset, int length, boolean isQuoted) {
        if (cells - rowStarts[rows] == maxColumns) {
            throw tooWide(faults, faults.place(places[rows]), maxColumns);
        }
        int start = cells == 0 ? 0 : cellEnds[cells - 1];
        if (start + length > text.length) {
            int longer = Math.max(2 * text.length, start + length);
            RequestMemory.take((long) Character.BYTES * longer);
            text = Arrays.copyOf(text, longer);
        }
        if (cells == cellEnds.length) {
            cellEnds = Arrays.copyOf(cellEnds, 2 * cells);
            quoted = Arrays.copyOf(quoted, 2 * cells);
        }
        System.arraycopy(source, offset, text, start, length);
        quoted[cells] = isQuoted;
        cellEnds[cells++] = start + length;
    }

    public static RuntimeException tooWide(FileFaults faults, String place, int maxColumns) {
        return faults.stop(
                place,
                null,
                "has more than %d values: this is no table, or its delimiter is another, or its line ends are gone (as curl -d takes them away), or start the service with a larger feedforward.limits.dataset-columns"
                        .formatted(maxColumns));
    }

    @Override
    public void end() {
        rowStarts[++rows] = cells;
    }

    public boolean isFull() {
        return rows == ROWS || cells > 0 && cellEnds[cells - 1] >= CHARACTERS;
    }

    public int rows() {
        return rows;
    }

    /** How many values a row has. */
    public int width(int row) {
        return rowStarts[row + 1] - rowStarts[row];
    }

    /** The line or number of a row; 0 where it is the names of JSON's fields. */
    public long place(int row) {
        return places[row];
    }

    /** The text of a cell, without the blanks around it. */
    public String text(int row, int column) {
        return visit(row, column, (characters, start, end, isQuoted) -> new String(characters, start, end - start));
    }

    public boolean isMissing(int row, int column) {
        return visit(
                row,
                column,
                (characters, start, end, isQuoted) -> Cells.isMissing(characters, start, end - start, isQuoted));
    }

    public double number(int row, int column, DecimalText reader) {
        return visit(row, column, (characters, start, end, isQuoted) -> reader.parse(characters, start, end));
    }

    private <T> T visit(int row, int column, CellVisitor<T> visitor) {
        int cell = rowStarts[row] + column;
        int start = cell == 0 ? 0 : cellEnds[cell - 1];
        int from = Cells.start(text, start, cellEnds[cell]);
        return visitor.visit(text, from, Cells.end(text, from, cellEnds[cell]), quoted[cell]);
    }

    @FunctionalInterface
    private interface CellVisitor<T> {
        T visit(char[] text, int start, int end, boolean quoted);
    }

    /** Sends the rows from {@code first} on. */
    public void replay(int first, RowSink sink) {
        for (int row = first; row < rows; row++) {
            sink.begin(places[row]);
            for (int cell = rowStarts[row]; cell < rowStarts[row + 1]; cell++) {
                int start = cell == 0 ? 0 : cellEnds[cell - 1];
                sink.cell(text, start, cellEnds[cell] - start, quoted[cell]);
            }
            sink.end();
        }
    }
}
