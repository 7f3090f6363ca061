package dev.feedforward.dataset.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * In how many bytes a column of a chunk keeps its values, exactly. Those that hold integers set one value aside for
 * what is missing.
 */
enum CellType {
    /** 0 to 255, and nothing missing. */
    BYTE(1),
    /** 0 to 254; 255 is missing. */
    BYTE_OR_MISSING(1),
    /** -32,767 to 32,767; -32,768 is missing. */
    SHORT(2),
    /** -2³¹ + 1 to 2³¹ - 1; -2³¹ is missing. */
    INT(4),
    /** Those that are floats; NaN is missing. */
    FLOAT(4),
    /** Any; NaN is missing. */
    DOUBLE(8);

    private static final VarHandle SHORTS = littleEndian(short[].class);
    private static final VarHandle INTS = littleEndian(int[].class);
    private static final VarHandle FLOATS = littleEndian(float[].class);
    private static final VarHandle DOUBLES = littleEndian(double[].class);
    private static final int NO_BYTE = 255;

    private final int bytes;

    CellType(int bytes) {
        this.bytes = bytes;
    }

    private static VarHandle littleEndian(Class<?> array) {
        return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
    }

    int bytes() {
        return bytes;
    }

    /** Writes {@code value}, which fits, at {@code data[at]}. */
    void write(double value, byte[] data, int at) {
        boolean missing = Double.isNaN(value);
        switch (this) {
            case BYTE, BYTE_OR_MISSING -> data[at] = (byte) (missing ? NO_BYTE : (int) value);
            case SHORT -> SHORTS.set(data, at, missing ? Short.MIN_VALUE : (short) value);
            case INT -> INTS.set(data, at, missing ? Integer.MIN_VALUE : (int) value);
            case FLOAT -> FLOATS.set(data, at, (float) value);
            case DOUBLE -> DOUBLES.set(data, at, value);
        }
    }

    /** Reads {@code count} values from {@code data[at]} on into {@code target}. */
    void read(byte[] data, int at, double[] target, int to, int count) {
        switch (this) {
            case BYTE -> readBytes(data, at, target, to, count);
            case BYTE_OR_MISSING -> readBytesOrMissing(data, at, target, to, count);
            case SHORT -> readShorts(data, at, target, to, count);
            case INT -> readInts(data, at, target, to, count);
            case FLOAT -> readFloats(data, at, target, to, count);
            case DOUBLE -> readDoubles(data, at, target, to, count);
        }
    }

    private static void readBytes(byte[] data, int at, double[] target, int to, int count) {
        for (int i = 0; i < count; i++) {
            target[to + i] = data[at + i] & 0xFF;
        }
    }

    private static void readBytesOrMissing(byte[] data, int at, double[] target, int to, int count) {
        for (int i = 0; i < count; i++) {
            int value = data[at + i] & 0xFF;
            target[to + i] = value == NO_BYTE ? Double.NaN : value;
        }
    }

    private static void readShorts(byte[] data, int at, double[] target, int to, int count) {
        for (int i = 0; i < count; i++) {
            short value = (short) SHORTS.get(data, at + 2 * i);
            target[to + i] = value == Short.MIN_VALUE ? Double.NaN : value;
        }
    }

    private static void readInts(byte[] data, int at, double[] target, int to, int count) {
        for (int i = 0; i < count; i++) {
            int value = (int) INTS.get(data, at + 4 * i);
            target[to + i] = value == Integer.MIN_VALUE ? Double.NaN : value;
        }
    }

    private static void readFloats(byte[] data, int at, double[] target, int to, int count) {
        for (int i = 0; i < count; i++) {
            target[to + i] = (float) FLOATS.get(data, at + 4 * i);
        }
    }

    private static void readDoubles(byte[] data, int at, double[] target, int to, int count) {
        for (int i = 0; i < count; i++) {
            target[to + i] = (double) DOUBLES.get(data, at + 8 * i);
        }
    }
}
