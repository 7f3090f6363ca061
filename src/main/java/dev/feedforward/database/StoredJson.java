package dev.feedforward.database;

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
     * Bytes of memory that each byte of JSON takes as what it says, besides itself: numbers of few digits take most.
     */
    private static final int BYTES = 6;

    private final JsonMapper mapper = JsonMapper.shared();

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
        byte[] stored = of.bytes(row, column);
        RequestMemory.take((long) BYTES * stored.length);
        return of.decode(column, () -> mapper.readValue(stored, type));
    }

    /** The same; null where nothing was stored. */
    public <T> @Nullable T readOrNull(ResultSet row, String column, Class<T> type, Kept of) throws SQLException {
        byte[] stored = of.bytesOrNull(row, column);
        if (stored == null) {
            return null;
        }
        RequestMemory.take((long) BYTES * stored.length);
        return of.decode(column, () -> mapper.readValue(stored, type));
    }
}
