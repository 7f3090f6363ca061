package dev.feedforward.database;

import dev.feedforward.database.fault.DamagedException;
import dev.feedforward.memory.MemoryBudget.Reservation;
import dev.feedforward.memory.RequestMemory;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON in the database. Unlike the JSON of answers it keeps numbers that are not finite, so that what is read is what
 * was written.
 */
@Component
public class StoredJson {

    /**
     * Bytes of memory that each byte of JSON takes while it is read, besides itself: lists of numbers grow meanwhile.
     */
    private static final int READ = 6;

    /** The same of what it says: numbers of one digit take most. */
    private static final int KEPT = 4;

    private final JsonMapper mapper = JsonMapper.shared();

    /** Bytes of memory that it takes to read so many bytes of stored JSON. */
    public static long readingBytes(long stored) {
        return (Kept.BYTES + READ) * stored;
    }

    /** Bytes of memory that what so many bytes of stored JSON say takes at most. */
    public static long keptBytes(long stored) {
        return KEPT * stored;
    }

    public String write(Object value) {
        return mapper.writeValueAsString(value);
    }

    /** The same; null for null. */
    public @Nullable String writeOrNull(@Nullable Object value) {
        return value == null ? null : write(value);
    }

    public <T> T read(String json, Class<T> type) {
        return mapper.readValue(json, type);
    }

    /**
     * A value of {@code of}, with its sum in the column beside it.
     *
     * @throws DamagedException if it has changed, or is no such value
     */
    public <T> T read(ResultSet row, String column, Class<T> type, Kept of) throws SQLException {
        T value = readOrNull(row, column, type, of);
        if (value == null) {
            throw of.damaged(column, null);
        }
        return value;
    }

    /** The same; null where nothing was stored. */
    public <T> @Nullable T readOrNull(ResultSet row, String column, Class<T> type, Kept of) throws SQLException {
        T value;
        long length;
        try (Reservation passing = RequestMemory.passing()) {
            byte[] stored = of.bytesOrNull(row, column);
            if (stored == null) {
                return null;
            }
            length = stored.length;
            RequestMemory.take(READ * length);
            value = of.decode(column, () -> mapper.readValue(stored, type));
        }
        RequestMemory.take(KEPT * length);
        return value;
    }
}
