package dev.feedforward.dataset.upload;

import dev.feedforward.dataset.file.Cells;
import dev.feedforward.dataset.table.Column;
import dev.feedforward.dataset.table.DataWarning;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Watches the numbers of a column for what tells that they are rather names or numbers of rows. */
final class NumberWarnings {

    /** Rows from which on a column that counts is told. */
    private static final int LEAST_ROWS = 5;

    /** Not all whole numbers beyond are doubles; the next one is read as this. */
    private static final double EXACT = 1L << 53;

    private static final Set<String> ROW_NUMBERS = Set.of(
            "id",
            "index",
            "idx",
            "no",
            "no.",
            "nr",
            "nr.",
            "row",
            "rownum",
            "row_number",
            "#",
            "unnamed: 0",
            "column 1");

    private final FileColumn column;
    private int rows;
    private boolean counts = true;
    private double last;
    private int zeros;
    private int large;
    private @Nullable String zero;
    private @Nullable String tooLarge;

    NumberWarnings(FileColumn column) {
        this.column = column;
    }

    /** Notes how a number is written. */
    void look(double value, char[] text, int start, int end, RowEncoder row) {
        if (text[start] == '0' && start + 1 < end && isDigit(text[start + 1])) {
            zeros++;
            zero = zero != null ? zero : shown(text, start, end, row);
        }
        if (Math.abs(value) >= EXACT && isWhole(text, start, end)) {
            large++;
            tooLarge = tooLarge != null ? tooLarge : shown(text, start, end, row);
        }
    }

    /** Notes that a row of this number is stored. */
    void count(double value) {
        counts &= rows == 0 ? value == 0.0 || value == 1.0 : value == last + 1;
        last = value;
        rows++;
    }

    private static String shown(char[] text, int start, int end, RowEncoder row) {
        return "%s (%s)".formatted(Cells.show(text, start, end - start), row.place());
    }

    private static boolean isWhole(char[] text, int start, int end) {
        for (int i = start + (isDigit(text[start]) ? 0 : 1); i < end; i++) {
            if (!isDigit(text[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** What is odd about the column. */
    List<DataWarning> find() {
        List<DataWarning> found = new ArrayList<>();
        String name = column.name();
        String shown = Cells.show(name);
        if (zero != null && !column.said()) {
            found.add(new DataWarning(
                    "leading_zeros",
                    "The column %s was taken for numbers, though %d of its values begin with zeros that numbers lose, such as %s."
                            .formatted(shown, zeros, zero),
                    "If they name something, as postal codes do, say categories=%s or ignore=%s; if they are numbers, say numbers=%s."
                            .formatted(name, name, name)));
        }
        if (tooLarge != null) {
            found.add(new DataWarning(
                    "large_integers",
                    "%d values of the column %s are 2^53 or more, so that their last digits are lost, such as %s."
                            .formatted(large, shown, tooLarge),
                    "If they number the rows or name something, leave them out by ignore=%s.".formatted(name)));
        }
        if (isRowNumber()) {
            found.add(new DataWarning(
                    "row_number",
                    "The column %s counts the rows, from %d on: a network would learn their order."
                            .formatted(shown, (long) last - rows + 1),
                    "Leave it out by ignore=%s; if it is an input, say numbers=%s.".formatted(name, name)));
        }
        return found;
    }

    private boolean isRowNumber() {
        return counts
                && rows >= LEAST_ROWS
                && column.role() == Column.Role.INPUT
                && column.place() == 0
                && !column.said()
                && ROW_NUMBERS.contains(column.name().toLowerCase(Locale.ROOT));
    }
}
