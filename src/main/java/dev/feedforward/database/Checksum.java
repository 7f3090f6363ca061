package dev.feedforward.database;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside a stored value, in a column of its name and {@code _sum}, to tell whether it is still what was
 * stored: its format in the upper 32 bits, the CRC-32C of its bytes in the lower.
 */
public final class Checksum {

    /** To be raised when what is stored in a column can no longer be read by the service of before. */
    static final int FORMAT = 1;

    private Checksum() {}

    /** The sum of {@code value}, which is of this version's format. */
    public static long of(byte[] value) {
        CRC32C sum = new CRC32C();
        sum.update(value);
        return (long) FORMAT << Integer.SIZE | sum.getValue();
    }

    /** The sum of a text as it is stored, in UTF-8; null for null. */
    public static @Nullable Long of(@Nullable String value) {
        return value == null ? null : (Long) of(value.getBytes(StandardCharsets.UTF_8));
    }

    /** The format of the value that {@code sum} was made of. */
    static int format(long sum) {
        return (int) (sum >>> Integer.SIZE);
    }
}
