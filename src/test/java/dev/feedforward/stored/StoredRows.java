package dev.feedforward.stored;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of a database, to be read by people and put into another one.
 *
 * @param tables by their names, in the order in which they refer to each other: rows with values by columns, bytes in
 *     base 64
 */
record StoredRows(Map<String, List<Map<String, @Nullable Object>>> tables) {

    static final String FILE = "rows.json";

    private static final List<String> TABLES =
            List.of("model_name", "model", "dataset", "dataset_chunk", "job", "checkpoint", "cost_points");

    static StoredRows of(DataSource database) {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        Map<String, List<Map<String, @Nullable Object>>> tables = new LinkedHashMap<>();
        for (String table : TABLES) {
            List<Map<String, Object>> rows = jdbc.queryForList("select * from " + table);
            rows.forEach(row -> row.replaceAll((column, value) ->
                    value instanceof byte[] bytes ? Base64.getEncoder().encodeToString(bytes) : value));
            tables.put(table, new ArrayList<>(rows));
        }
        return new StoredRows(tables);
    }

    static StoredRows read(String json) {
        return JsonMapper.shared().readValue(json, StoredRows.class);
    }

    String write() {
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(this);
    }

    /** Puts them into a PostgreSQL with the tables of then. */
    void putInto(DataSource postgres) {
        JdbcTemplate jdbc = new JdbcTemplate(postgres);
        tables.forEach((table, rows) -> {
            Map<String, String> types = new LinkedHashMap<>();
            jdbc.query(
                    "select column_name, data_type from information_schema.columns where table_name = ?",
                    row -> {
                        types.put(row.getString(1), row.getString(2));
                    },
                    table);
            rows.forEach(row -> insert(jdbc, table, row, types));
            if (types.containsKey("id")) {
                jdbc.queryForObject(
                        "select setval(pg_get_serial_sequence(?, 'id'), (select max(id) from " + table + "))",
                        Long.class,
                        table);
            }
        });
    }

    private static void insert(
            JdbcTemplate jdbc, String table, Map<String, @Nullable Object> row, Map<String, String> types) {
        String columns = String.join(", ", row.keySet());
        String places = String.join(", ", Collections.nCopies(row.size(), "?"));
        Object[] values = row.entrySet().stream()
                .map(entry -> value(entry.getValue(), types.get(entry.getKey())))
                .toArray();
        jdbc.update(
                "insert into %s (%s) overriding system value values (%s)".formatted(table, columns, places), values);
    }

    private static @Nullable Object value(@Nullable Object stored, @Nullable String type) {
        if (stored == null || type == null) {
            return stored;
        }
        return switch (type) {
            case "bytea" -> Base64.getDecoder().decode((String) stored);
            case "boolean" -> !stored.equals(0);
            default -> stored;
        };
    }
}
