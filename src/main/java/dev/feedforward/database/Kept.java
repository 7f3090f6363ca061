package dev.feedforward.database;

import dev.feedforward.database.fault.DamagedException;
import dev.feedforward.memory.RequestMemory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that is kept in the database. What it reads of it is what was stored; where that has changed, it is an
 * exception that names it.
 *
 * @param name as a message begins with it: {@code Job 7}
 * @param remedy what to do where it is damaged; a whole sentence
 */
public record Kept(String name, String remedy) {

    /** Bytes of memory that each byte of a value takes: it is there as it was stored, and as what it says. */
    static final int BYTES = 2;

    /**
     * The bytes of a value, with its sum in the column beside it; a value without a sum is taken as it is.
     *
     * @throws DamagedException if they have changed, or are of a later format
     */
    public byte[] bytes(ResultSet row, String column) throws SQLException {
        byte[] value = bytesOrNull(row, column);
        if (value == null) {
            throw damaged(column, null);
        }
        return value;
    }

    /** The same; null where nothing was stored. */
    public byte @Nullable [] bytesOrNull(ResultSet row, String column) throws SQLException {
        byte[] value = row.getBytes(column);
        RequestMemory.take(value == null ? 0 : (long) BYTES * value.length);
        long sum = row.getLong(column + "_sum");
        if (!row.wasNull()) {
            check(column, value, sum);
        }
        return value;
    }

    private void check(String column, byte @Nullable [] value, long sum) {
        if (Checksum.format(sum) > Checksum.FORMAT) {
            throw new DamagedException(
                    "%s is stored in format %d; this version of the service reads format %d at most (%s)."
                            .formatted(name, Checksum.format(sum), Checksum.FORMAT, column),
                    "Start the version of the service that stored it, or a newer one. If there is none, it is damaged: "
                            + remedy,
                    null);
        }
        if (value == null || Checksum.of(value) != sum) {
            throw damaged(column, null);
        }
    }

    /**
     * What {@code decoding} makes of a value that was read.
     *
     * @throws DamagedException if it cannot
     */
    public <T> T decode(String column, Supplier<T> decoding) {
        try {
            return Objects.requireNonNull(decoding.get());
        } catch (DamagedException e) {
            throw e;
        } catch (RuntimeException e) {
            throw damaged(column, e);
        }
    }

    /** The problem that a value of it has changed, or cannot be read. */
    public DamagedException damaged(String column, @Nullable Throwable cause) {
        return new DamagedException(
                "%s is damaged: the database no longer holds what was stored of it (%s).".formatted(name, column),
                remedy + " Or stop the service and put a backup in the database's place.",
                cause);
    }
}
