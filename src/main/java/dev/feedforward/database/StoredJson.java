package dev.feedforward.database;

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
}
