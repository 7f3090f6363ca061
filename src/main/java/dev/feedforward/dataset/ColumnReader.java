package dev.feedforward.dataset;

import dev.feedforward.dataset.Column.Kind;
import dev.feedforward.dataset.Column.Role;
import java.util.List;
import java.util.Locale;

/** Reads the values of one column and keeps account of those that are stored. */
final class ColumnReader {

    private static final List<String> SPLIT = List.of("test", "training");

    private final FileColumn column;
    private final DecimalText numbers;
    private final FileFaults faults;
    private final CategoryCodes codes = new CategoryCodes();
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private final ColumnMean mean = new ColumnMean();
    private int present;
    private int missing;

    ColumnReader(FileColumn column, DecimalText numbers, FileFaults faults) {
        this.column = column;
        this.numbers = numbers;
        this.faults = faults;
        if (column.role() == Role.SPLIT) {
            SPLIT.forEach(codes::code);
        }
    }

    String name() {
        return column.name();
    }

    boolean isAnswer() {
        return column.role() == Role.ANSWER;
    }

    boolean isSplit() {
        return column.role() == Role.SPLIT;
    }

    /**
     * The value of a cell: a number, or a category's. NaN where it is missing, or at fault, which is noted.
     *
     * @param rows tells where the cell is
     */
    double read(char[] text, int offset, int length, boolean quoted, RowEncoder rows) {
        int start = Cells.start(text, offset, offset + length);
        int end = Cells.end(text, start, offset + length);
        if (column.kind() == Kind.NUMBER) {
            double value = numbers.parse(text, start, end);
            if (Double.isFinite(value)) {
                return value;
            }
            if (!Cells.isMissing(text, start, end - start, quoted)) {
                faults.add(rows.place(), name(), notANumber(value, Cells.show(text, start, end - start)));
                rows.spoil();
            }
            return Double.NaN;
        }
        if (Cells.isMissing(text, start, end - start, quoted)) {
            return Double.NaN;
        }
        return category(new String(text, start, end - start), rows);
    }

    private static String notANumber(double value, String shown) {
        if (Double.isInfinite(value)) {
            return shown + " is too large: a number is at most 1.7976931348623157e308";
        }
        String hint = shown.matches("\"[-+]?\\d+,\\d+\"") ? "; write a point before the fraction" : "";
        return shown + " is not a number, as the column's other values are" + hint;
    }

    private double category(String text, RowEncoder rows) {
        if (isSplit()) {
            int code = SPLIT.indexOf(text.equalsIgnoreCase("train") ? "training" : text.toLowerCase(Locale.ROOT));
            if (code < 0) {
                faults.add(rows.place(), name(), Cells.show(text) + " is neither training nor test");
                rows.spoil();
            }
            return code;
        }
        if (text.length() > CategoryCodes.LONGEST) {
            faults.add(
                    rows.place(),
                    name(),
                    "%s is a text of %d characters, not a category: leave the column out by ignore=%s"
                            .formatted(Cells.show(text), text.length(), name()));
            rows.spoil();
            return Double.NaN;
        }
        int code = codes.code(text);
        if (code < 0) {
            throw faults.stop(
                    rows.place(),
                    name(),
                    "here are more than %d different texts: a name or number of each row says nothing about others. Leave the column out by ignore=%s, or say numbers=%s if it is of numbers"
                            .formatted(CategoryCodes.MOST, name(), name()));
        }
        return code;
    }

    /** Notes that a row of this value is stored. */
    void count(double value) {
        if (Double.isNaN(value)) {
            missing++;
            return;
        }
        present++;
        if (column.kind() == Kind.CATEGORY) {
            codes.count((int) value);
            return;
        }
        min = Math.min(min, value);
        max = Math.max(max, value);
        mean.add(value);
    }

    boolean isEmpty() {
        return present == 0;
    }

    Column column() {
        return new Column(name(), column.kind(), column.role(), codes.sorted(), missing);
    }

    ColumnFigures figures() {
        return column.kind() == Kind.NUMBER
                ? new ColumnFigures(min, max, mean.mean(), List.of())
                : new ColumnFigures(null, null, null, codes.sortedCounts());
    }

    /** As {@link DatasetDefinition#codes} has it. */
    List<Integer> codes() {
        return codes.places();
    }
}
