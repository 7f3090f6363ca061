package dev.feedforward.database.verification;

import dev.feedforward.database.Checksum;
import dev.feedforward.database.Kept;
import dev.feedforward.database.fault.DamagedException;
import dev.feedforward.database.fault.DatabaseFault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;

/** Goes through tables, a row at a time, so that a service that runs meanwhile waits for nothing. */
final class TableVerifier {

    private final JdbcOperations reading;
    private final @Nullable JdbcOperations writing;
    private final Findings findings;
    private long rows;
    private long added;
    private boolean complete = true;

    /** @param writing adds the sums that are missing; null where nothing is to be written */
    TableVerifier(JdbcOperations reading, @Nullable JdbcOperations writing, Findings findings) {
        this.reading = reading;
        this.writing = writing;
        this.findings = findings;
    }

    /** Whether the table has its columns for sums. */
    boolean hasSums(StoredTable table) {
        return Boolean.TRUE.equals(reading.execute((ConnectionCallback<Boolean>) connection -> {
            Set<String> columns = new HashSet<>();
            // Of the schema that the names of SQL are looked up in; SQLite has none.
            try (ResultSet found =
                    connection.getMetaData().getColumns(null, connection.getSchema(), table.name(), "%")) {
                while (found.next()) {
                    columns.add(found.getString("COLUMN_NAME"));
                }
            }
            return columns.containsAll(table.sums());
        }));
    }

    /** Reads all rows; one that cannot be read is told, and those behind it are read. */
    void verify(StoredTable table) {
        Optional<List<Long>> key = Optional.of(Collections.nCopies(table.key().size(), -1L));
        while (key.isPresent()) {
            List<Long> last = key.get();
            try {
                key = first(table.next(), last, row -> read(table, row)).map(row -> {
                    rows++;
                    add(table, row);
                    return row.key;
                });
            } catch (DataAccessException e) {
                key = behind(table, last, e);
            }
        }
    }

    /**
     * Tells that the row after {@code last} cannot be read, and gives its key; nothing where that cannot be read
     * either.
     */
    private Optional<List<Long>> behind(StoredTable table, List<Long> last, DataAccessException unreadable) {
        requireDamage(unreadable);
        complete = false;
        Optional<List<Long>> key = Optional.empty();
        try {
            key = first(table.nextKey(), last, row -> key(table, row));
        } catch (DataAccessException e) {
            requireDamage(e);
        }
        findings.add(
                "The table %s cannot be read %s: %s."
                        .formatted(
                                table.name(),
                                key.map(row -> "at the row " + row).orElse("after the row " + last),
                                unreadable.getMostSpecificCause().getMessage()),
                "Put a backup in the database's place.");
        return key;
    }

    private static void requireDamage(DataAccessException e) {
        if (DatabaseFault.of(e) != DatabaseFault.DAMAGED) {
            throw e;
        }
    }

    private <T> Optional<T> first(String query, List<Long> last, Reading<T> made) {
        return reading.query(query, (row, number) -> made.of(row), last.toArray()).stream()
                .findFirst();
    }

    private static List<Long> key(StoredTable table, ResultSet row) throws SQLException {
        List<Long> key = new ArrayList<>();
        for (String column : table.key()) {
            key.add(row.getLong(column));
        }
        return key;
    }

    private Row read(StoredTable table, ResultSet row) throws SQLException {
        List<Long> key = key(table, row);
        Kept kept = Objects.requireNonNull(table.kept().mapRow(row, 0));
        Map<String, Long> missing = new LinkedHashMap<>();
        boolean sound = true;
        for (String value : table.values()) {
            try {
                byte[] bytes = kept.bytesOrNull(row, value);
                row.getLong(value + "_sum");
                if (bytes != null && row.wasNull()) {
                    missing.put(value, Checksum.of(bytes));
                }
            } catch (DamagedException e) {
                findings.add(e);
                sound = false;
            }
        }
        return new Row(key, sound && canBeRead(table, row, kept) ? missing : Map.of());
    }

    private boolean canBeRead(StoredTable table, ResultSet row, Kept kept) throws SQLException {
        try {
            table.reading().mapRow(row, 0);
            return true;
        } catch (DamagedException e) {
            findings.add(e);
        } catch (RuntimeException e) {
            findings.add(kept.damaged(String.join(", ", table.values()), e));
        }
        return false;
    }

    private void add(StoredTable table, Row row) {
        if (writing != null) {
            row.missing.forEach((value, sum) -> {
                List<Object> parameters = new ArrayList<>(List.of(sum));
                parameters.addAll(row.key);
                added += writing.update(table.adding(value), parameters.toArray());
            });
        }
    }

    long rows() {
        return rows;
    }

    /** Whether every row could be read. */
    boolean isComplete() {
        return complete;
    }

    /** Values that had no sum and now have one. */
    long added() {
        return added;
    }

    /** What is made of a row of the database. */
    @FunctionalInterface
    private interface Reading<T> {

        T of(ResultSet row) throws SQLException;
    }

    /** A row's key, and the sums that its values are to have and have not. */
    private record Row(List<Long> key, Map<String, Long> missing) {}
}
