package dev.feedforward.dataset.table;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Some rows of a data set in few bytes, which are the same in the database and in memory. It never changes.
 *
 * <p>All little-endian: a format number (int), rows (int), columns (int), the ordinal of each column's {@link CellType}
 * (byte), then row after row, each value in its column's type.
 */
public final class Chunk {

    private static final int FORMAT = 1;
    private static final int HEADER = 3 * Integer.BYTES;
    private static final CellType[] TYPES = CellType.values();

    private final byte[] bytes;
    private final int rows;
    private final int columns;

    /** Where the first row begins. */
    private final int start;

    /** Bytes of a row. */
    private final int stride;

    /** Columns of one type that stand next to each other: their type, and the first column after them. */
    private final CellType[] runs;

    private final int[] runEnds;

    private Chunk(byte[] bytes, int rows, int columns, int stride, int runCount) {
        this.bytes = bytes;
        this.rows = rows;
        this.columns = columns;
        this.stride = stride;
        start = HEADER + columns;
        runs = new CellType[runCount];
        runEnds = new int[runCount];
        findRuns();
    }

    private void findRuns() {
        int run = -1;
        for (int column = 0; column < columns; column++) {
            CellType type = type(bytes, column);
            if (run < 0 || runs[run] != type) {
                runs[++run] = type;
            }
            runEnds[run] = column + 1;
        }
    }

    /**
     * Encodes rows.
     *
     * @param values rows × columns, row after row; NaN where a value is missing; there may be more behind them
     */
    public static Chunk encode(double[] values, int rows, int columns) {
        CellType[] types = narrowestTypes(values, rows, columns);
        int stride = 0;
        for (CellType type : types) {
            stride += type.bytes();
        }
        byte[] bytes = new byte[Math.addExact(HEADER + columns, Math.multiplyExact(rows, stride))];
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(FORMAT).putInt(rows).putInt(columns);
        for (CellType type : types) {
            header.put((byte) type.ordinal());
        }
        for (int i = 0, at = header.position(), from = 0; i < rows; i++) {
            for (CellType type : types) {
                type.write(values[from++], bytes, at);
                at += type.bytes();
            }
        }
        return decode(bytes);
    }

    private static CellType[] narrowestTypes(double[] values, int rows, int columns) {
        CellRange[] ranges = new CellRange[columns];
        for (int column = 0; column < columns; column++) {
            ranges[column] = new CellRange();
        }
        for (int i = 0, from = 0; i < rows; i++) {
            for (CellRange range : ranges) {
                range.show(values[from++]);
            }
        }
        CellType[] types = new CellType[columns];
        for (int column = 0; column < columns; column++) {
            types[column] = ranges[column].narrowest();
        }
        return types;
    }

    /**
     * The chunk that {@link #bytes} were taken from.
     *
     * @throws IllegalArgumentException if they are of no chunk
     */
    public static Chunk decode(byte[] bytes) {
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int format = bytes.length < HEADER ? 0 : header.getInt();
        if (format != FORMAT) {
            throw new IllegalArgumentException("a chunk of rows in the unknown format " + format);
        }
        int rows = header.getInt();
        int columns = header.getInt();
        int stride = 0;
        int runs = 0;
        for (int column = 0; column < columns; column++) {
            stride += type(bytes, column).bytes();
            runs += column == 0 || type(bytes, column) != type(bytes, column - 1) ? 1 : 0;
        }
        if (bytes.length != HEADER + columns + (long) rows * stride) {
            throw new IllegalArgumentException(
                    "%d bytes for %d rows of %d bytes".formatted(bytes.length, rows, stride));
        }
        return new Chunk(bytes, rows, columns, stride, runs);
    }

    private static CellType type(byte[] bytes, int column) {
        return TYPES[bytes[HEADER + column]];
    }

    /** What {@link #decode} takes: not a copy, not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    public int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    /** Writes all values of a row, from 0, to {@code target[at]} and the places after it. */
    public void copyRow(int row, double[] target, int at) {
        int from = start + row * stride;
        int column = 0;
        for (int run = 0; run < runs.length; run++) {
            int count = runEnds[run] - column;
            runs[run].read(bytes, from, target, at + column, count);
            from += count * runs[run].bytes();
            column = runEnds[run];
        }
    }

    /** One value; NaN where it is missing. */
    double get(int row, int column) {
        int from = start + row * stride;
        int first = 0;
        int run = 0;
        while (runEnds[run] <= column) {
            from += (runEnds[run] - first) * runs[run].bytes();
            first = runEnds[run++];
        }
        double[] value = new double[1];
        runs[run].read(bytes, from + (column - first) * runs[run].bytes(), value, 0, 1);
        return value[0];
    }
}
