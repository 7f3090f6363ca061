package dev.feedforward.dataset.encoding;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.feedforward.dataset.table.Column;
import dev.feedforward.dataset.table.Column.Kind;
import dev.feedforward.dataset.table.Column.Role;
import dev.feedforward.dataset.table.ColumnMean;
import dev.feedforward.dataset.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The columns that a network takes, by name and in order: what a data set's rows go through, and a question's. */
public record InputColumns(@JsonValue List<InputColumn> columns) {

    @JsonCreator
    public InputColumns {
        columns = List.copyOf(columns);
    }

    /** The input columns of a table, with means over the rows that are learned from where numbers are missing. */
    public static InputColumns fit(Table table, int[] learned) {
        List<InputColumn> fitted = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = table.columns().get(i);
            if (column.role() == Role.INPUT) {
                boolean gaps = column.kind() == Kind.NUMBER && column.missing() > 0;
                fitted.add(new InputColumn(
                        column.name(), column.kind(), column.categories(), gaps ? mean(table, i, learned) : null));
            }
        }
        return new InputColumns(fitted);
    }

    /** Columns of numbers of these names. */
    public static InputColumns ofNumbers(List<String> names) {
        return new InputColumns(names.stream().map(InputColumn::ofNumbers).toList());
    }

    private static double mean(Table table, int column, int[] rows) {
        ColumnMean mean = new ColumnMean();
        for (int row : rows) {
            double value = table.get(row, column);
            if (!Double.isNaN(value)) {
                mean.add(value);
            }
        }
        return mean.count() == 0 ? 0.0 : mean.mean();
    }

    /** How many inputs of a network they take together. */
    public int width() {
        return columns.stream().mapToInt(InputColumn::width).sum();
    }

    /** Whether each takes one input. */
    public boolean areAllNumbers() {
        return columns.stream().allMatch(column -> column.kind() == Kind.NUMBER);
    }

    /** Whether {@code other} has the same columns, whatever stands in for what is missing. */
    public boolean match(InputColumns other) {
        return columns.size() == other.columns.size()
                && IntStream.range(0, columns.size()).allMatch(i -> match(columns.get(i), other.columns.get(i)));
    }

    private static boolean match(InputColumn one, InputColumn other) {
        return one.name().equals(other.name())
                && one.kind() == other.kind()
                && one.categories().equals(other.categories());
    }

    /** Their names, for people: the first ten. */
    String briefNames() {
        String first = String.join(
                ", ", columns.stream().limit(10).map(InputColumn::name).toList());
        return columns.size() > 10 ? first + " …" : first;
    }

    /** Their names, for people. */
    public String names() {
        return String.join(", ", columns.stream().map(InputColumn::name).toList());
    }

    /**
     * Writes a row as a network takes it.
     *
     * @param values one a column: a number, or the place of a category; NaN for none
     * @param target receives {@link #width()} numbers from {@code at} on
     */
    public void encode(double[] values, double[] target, int at) {
        int place = at;
        for (int i = 0; i < values.length; i++) {
            InputColumn column = columns.get(i);
            column.encode(values[i], target, place);
            place += column.width();
        }
    }
}
