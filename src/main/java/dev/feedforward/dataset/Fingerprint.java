package dev.feedforward.dataset;

import dev.feedforward.nn.Matrix;
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

    /** The SHA-256 of each matrix's rows, columns (as int) and values (as double), little-endian, in hexadecimal. */
    public static String sha256(Matrix... matrices) {
        MessageDigest digest = newDigest();
        for (Matrix matrix : matrices) {
            digest.update(littleEndian(2 * Integer.BYTES)
                    .putInt(matrix.rows())
                    .putInt(matrix.columns())
                    .array());
            for (int i = 0; i < matrix.rows(); i++) {
                digest.update(bytesOf(matrix, i));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The first 64 bits of a row's SHA-256: two different rows share them by a chance of 2⁻⁶⁴. */
    public static long ofRow(Matrix matrix, int row) {
        return ByteBuffer.wrap(newDigest().digest(bytesOf(matrix, row))).getLong();
    }

    private static byte[] bytesOf(Matrix matrix, int row) {
        ByteBuffer bytes = littleEndian(matrix.columns() * Double.BYTES);
        bytes.asDoubleBuffer().put(matrix.values(), row * matrix.columns(), matrix.columns());
        return bytes.array();
    }

    private static ByteBuffer littleEndian(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
