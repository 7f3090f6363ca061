package dev.feedforward.database;

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
        return of.decode(column, () -> mapper.readValue(stored, type));
    }

    /** The same; null where nothing was stored. */
    public <T> @Nullable T readOrNull(ResultSet row, String column, Class<T> type, Kept of) throws SQLException {
        byte[] stored = of.bytesOrNull(row, column);
        return stored == null ? null : of.decode(column, () -> mapper.readValue(stored, type));
    }
}
