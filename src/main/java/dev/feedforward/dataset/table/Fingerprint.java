package dev.feedforward.dataset.table;

import dev.feedforward.nn.data.RowSource;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests by which rows and weights are recognised again. */
public final class Fingerprint {

    private Fingerprint() {}

    /** The SHA-256 of bytes, in hexadecimal. */
    public static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(newDigest().digest(bytes));
    }

    /** The SHA-256 of each source's rows, columns (as int) and values (as double), little-endian, in hexadecimal. */
    public static String sha256(RowSource... sources) {
        MessageDigest digest = newDigest();
        for (RowSource source : sources) {
            digest.update(littleEndian(2 * Integer.BYTES)
                    .putInt(source.rows())
                    .putInt(source.columns())
                    .array());
            RowBytes bytes = new RowBytes(source);
            for (int i = 0; i < source.rows(); i++) {
                digest.update(bytes.of(i));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The first 64 bits of a row's SHA-256: two different rows share them by a chance of 2⁻⁶⁴. */
    public static long ofRow(RowSource source, int row) {
        return first64Bits(newDigest().digest(new RowBytes(source).of(row)));
    }

    /** The same of every row, one after another. */
    public static long[] ofRows(RowSource source) {
        MessageDigest digest = newDigest();
        RowBytes bytes = new RowBytes(source);
        long[] fingerprints = new long[source.rows()];
        for (int i = 0; i < fingerprints.length; i++) {
            fingerprints[i] = first64Bits(digest.digest(bytes.of(i)));
        }
        return fingerprints;
    }

    private static long first64Bits(byte[] digest) {
        return ByteBuffer.wrap(digest).getLong();
    }

    /** Writes the rows of a source, one at a time, as little-endian doubles into the same bytes. */
    private static final class RowBytes {

        private final RowSource source;
        private final double[] row;
        private final ByteBuffer bytes;

        RowBytes(RowSource source) {
            this.source = source;
            row = new double[source.columns()];
            bytes = littleEndian(row.length * Double.BYTES);
        }

        /** Row {@code i}, until the next is asked for. */
        byte[] of(int i) {
            source.copyRow(i, row, 0);
            bytes.asDoubleBuffer().put(row);
            return bytes.array();
        }
    }

    private static ByteBuffer littleEndian(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A new SHA-256. */
    public static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
