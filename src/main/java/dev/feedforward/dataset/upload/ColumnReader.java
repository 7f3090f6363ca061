package dev.feedforward.dataset.upload;

import dev.feedforward.dataset.file.Cells;
import dev.feedforward.dataset.file.DecimalText;
import dev.feedforward.dataset.file.FileFaults;
import dev.feedforward.dataset.file.NumberForm;
import dev.feedforward.dataset.store.DatasetDefinition;
import dev.feedforward.dataset.table.CategoryCodes;
import dev.feedforward.dataset.table.Column;
import dev.feedforward.dataset.table.Column.Kind;
import dev.feedforward.dataset.table.Column.Role;
import dev.feedforward.dataset.table.ColumnFigures;
import dev.feedforward.dataset.table.ColumnMean;
import dev.feedforward.dataset.table.DataWarning;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the values of one column and keeps account of those that are stored. */
final class ColumnReader {

    /** Words for a missing value that are not read as one. */
    private static final Set<String> NONE = Set.of(
            "na", "n/a", "#n/a", "#na", "nan", "-nan", "null", "none", "nil", "-", "--", ".", "missing", "unknown",
            "?");

    private static final Set<String> INFINITE =
            Set.of("inf", "+inf", "-inf", "infinity", "+infinity", "-infinity", "#div/0!");

    private static final List<String> SPLIT = List.of("test", "training");

    private final FileColumn column;
    private final DecimalText numbers;
    private final FileFaults faults;
    private final CategoryCodes codes = new CategoryCodes();
    private final NumberWarnings warnings;
    private boolean seen;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private final ColumnMean mean = new ColumnMean();
    private int present;
    private int missing;

    ColumnReader(FileColumn column, DecimalText numbers, FileFaults faults) {
        this.column = column;
        this.numbers = numbers;
        this.faults = faults;
        warnings = new NumberWarnings(column);
        if (column.role() == Role.SPLIT) {
            SPLIT.forEach(part -> codes.code(part, () -> ""));
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
                seen = true;
                warnings.look(value, text, start, end, rows);
                return value;
            }
            if (!Cells.isMissing(text, start, end - start, quoted)) {
                faults.add(rows.place(), name(), notANumber(value, new String(text, start, end - start), rows));
                rows.spoil();
            }
            return Double.NaN;
        }
        if (Cells.isMissing(text, start, end - start, quoted)) {
            return Double.NaN;
        }
        seen = true;
        return category(new String(text, start, end - start), rows);
    }

    private static String notANumber(double value, String text, RowEncoder rows) {
        String shown = Cells.show(text);
        if (Double.isInfinite(value)) {
            return shown + " is too large: a number is at most 1.7976931348623157e308";
        }
        return shown + " is not a number, as the column's other values are" + hint(text, rows);
    }

    private static String hint(String text, RowEncoder rows) {
        if (rows.mayBeHeader()) {
            return "; if the first line names the columns, say header=true";
        }
        String word = text.toLowerCase(Locale.ROOT);
        if (NONE.contains(word)) {
            return "; where it stands for a missing value, leave the cell empty";
        }
        if (INFINITE.contains(word)) {
            return "; a network takes finite numbers: leave the cell empty where there is none";
        }
        return text.matches("[-+]?\\d+,\\d+")
                ? "; write a point before the fraction"
                : NumberForm.of(text)
                        .filter(form -> !form.remedy().isEmpty())
                        .map(form -> "; " + form.remedy().substring(0, 1).toLowerCase(Locale.ROOT)
                                + form.remedy().substring(1))
                        .orElse("");
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
        int code = codes.code(text, rows::place);
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
        warnings.count(value);
    }

    /** Whether no row that is stored has a value. */
    boolean isEmpty() {
        return present == 0;
    }

    /** Whether the file has a value. */
    boolean hasSeen() {
        return seen;
    }

    /** What its owner may have meant otherwise. */
    List<DataWarning> warnings() {
        List<DataWarning> found = new ArrayList<>();
        boolean number = column.kind() == Kind.NUMBER;
        if (!isSplit() && present > 1 && (number ? min == max : codes.sorted().size() == 1)) {
            found.add(new DataWarning(
                    DataWarning.CONSTANT,
                    "The column %s is %s in all rows, so that nothing can be learned %s it."
                            .formatted(
                                    Cells.show(name()),
                                    number
                                            ? whole(min)
                                            : Cells.show(codes.sorted().get(0)),
                                    isAnswer() ? "about" : "from"),
                    isAnswer()
                            ? "Name another column by answers=, or send rows with other answers."
                            : "Leave it out by ignore=%s.".formatted(name())));
        } else if (number) {
            found.addAll(warnings.find());
        } else if (!isSplit() && !column.said()) {
            new CategoryWarnings(name(), codes.found(this::isNumber)).find().ifPresent(found::add);
        }
        return found;
    }

    private static String whole(double number) {
        boolean whole = number == Math.rint(number) && Math.abs(number) < 1L << 53;
        return whole ? String.valueOf((long) number) : String.valueOf(number);
    }

    private boolean isNumber(String text) {
        return Double.isFinite(numbers.parse(text.toCharArray(), 0, text.length()));
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
