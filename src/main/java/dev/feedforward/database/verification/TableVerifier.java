package dev.feedforward.database.verification;

import dev.feedforward.database.Checksum;
import dev.feedforward.database.DamagedException;
import dev.feedforward.database.DatabaseFault;
import dev.feedforward.database.Kept;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcOperations;

/** Goes through tables, a row at a time, so that a service that runs meanwhile waits for nothing. */
final class TableVerifier {

    private final JdbcOperations reading;
    private final @Nullable JdbcOperations writing;
    private final Findings findings;
    private long rows;
    private long added;

    /** @param writing adds the sums that are missing; null where nothing is to be written */
    TableVerifier(JdbcOperations reading, @Nullable JdbcOperations writing, Findings findings) {
        this.reading = reading;
        this.writing = writing;
        this.findings = findings;
    }

    /** Whether the table has its columns for sums. */
    boolean hasSums(StoredTable table) {
        try {
            reading.query(table.sums(), row -> {});
            return true;
        } catch (DataAccessException e) {
            if (DatabaseFault.of(e) == null) {
                return false;
            }
            throw e;
        }
    }

    /** Reads all rows. */
    void verify(StoredTable table) {
        List<Long> last = Collections.nCopies(table.key().size(), -1L);
        try {
            for (Row row = next(table, last); row != null; row = next(table, last)) {
                last = row.key;
                rows++;
                add(table, row);
            }
        } catch (DataAccessException e) {
            if (DatabaseFault.of(e) != DatabaseFault.DAMAGED) {
                throw e;
            }
            findings.add(
                    "The table %s cannot be read after the row %s: %s."
                            .formatted(
                                    table.name(), last, e.getMostSpecificCause().getMessage()),
                    "Put a backup in the database's place.");
        }
    }

    private @Nullable Row next(StoredTable table, List<Long> last) {
        return reading.query(table.next(), (row, number) -> read(table, row), last.toArray()).stream()
                .findFirst()
                .orElse(null);
    }

    private Row read(StoredTable table, ResultSet row) throws SQLException {
        List<Long> key = new ArrayList<>();
        for (String column : table.key()) {
            key.add(row.getLong(column));
        }
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

    /** Values that had no sum and now have one. */
    long added() {
        return added;
    }

    /** A row's key, and the sums that its values are to have and have not. */
    private record Row(List<Long> key, Map<String, Long> missing) {}
}
