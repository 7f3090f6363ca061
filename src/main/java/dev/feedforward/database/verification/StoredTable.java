package dev.feedforward.database.verification;

import dev.feedforward.database.Kept;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;

/**
 * A table with sums beside its values.
 *
 * @param name in the database
 * @param key the columns of its primary key: integers from 0
 * @param values the columns with a column of their name and {@code _sum} beside them
 * @param more what {@code kept} and {@code reading} need besides the table's own columns, as SQL; empty for nothing
 * @param kept what the values of a row are of
 * @param reading makes of a row what the service makes of it, and throws what the service throws where it cannot: a
 *     value without a sum may be damaged all the same
 */
public record StoredTable(
        String name, List<String> key, List<String> values, String more, RowMapper<Kept> kept, RowMapper<?> reading) {

    /** The first row whose key comes after the parameters, with all its columns. */
    String next() {
        return next("*" + (more.isEmpty() ? "" : ", " + more));
    }

    /** Only the key of that row, which may be read though the row cannot. */
    String nextKey() {
        return next(String.join(", ", key));
    }

    private String next(String columns) {
        return "select %1$s from %2$s where (%3$s) > (%4$s) order by %3$s limit 1"
                .formatted(columns, name, String.join(", ", key), parameters());
    }

    /** Adds a sum, the first parameter, to a value of the row whose key the others are, which has none. */
    String adding(String value) {
        return "update %1$s set %2$s_sum = ? where (%3$s) = (%4$s) and %2$s_sum is null"
                .formatted(name, value, String.join(", ", key), parameters());
    }

    /** The columns with the sums. */
    List<String> sums() {
        return values.stream().map(value -> value + "_sum").toList();
    }

    private String parameters() {
        return String.join(", ", Collections.nCopies(key.size(), "?"));
    }
}
