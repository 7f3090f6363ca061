package dev.feedforward.dataset.builtin;

import dev.feedforward.dataset.rows.Answers;
import dev.feedforward.dataset.table.Chunk;
import dev.feedforward.dataset.table.Column;
import dev.feedforward.dataset.table.Column.Kind;
import dev.feedforward.dataset.table.Column.Role;
import dev.feedforward.dataset.table.Split;
import dev.feedforward.dataset.table.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The rows of a built-in data set as those of an uploaded one are.
 *
 * @param testRows how many of them are to test with: the last ones
 */
public record BuiltInTable(Table table, int testRows) {

    /** The rows of {@code set}, which generated them. */
    public static BuiltInTable of(BuiltInSet set, Generated rows) {
        AnsweredRows test = rows.test();
        int testRows = test == null ? 0 : test.inputs().rows();
        List<Column> columns = columns(set.layout());
        double[] values = new double[(rows.training().inputs().rows() + testRows) * columns.size()];
        int end = append(rows.training(), columns, values, 0);
        if (test != null) {
            append(test, columns, values, end);
        }
        int count = values.length / columns.size();
        return new BuiltInTable(new Table(columns, List.of(Chunk.encode(values, count, columns.size()))), testRows);
    }

    /** Which rows are which. */
    public Split split() {
        int first = table.rows() - testRows;
        return new Split(
                IntStream.range(0, first).toArray(),
                IntStream.range(first, table.rows()).toArray());
    }

    /** As an uploaded one's are; none misses a value. */
    public static List<Column> columns(SetLayout layout) {
        List<Column> columns = new ArrayList<>();
        for (String input : layout.inputs()) {
            columns.add(new Column(input, Kind.NUMBER, Role.INPUT, List.of(), 0));
        }
        Kind kind = layout.classes().isEmpty() ? Kind.NUMBER : Kind.CATEGORY;
        columns.add(new Column(layout.answer(), kind, Role.ANSWER, layout.classes(), 0));
        return columns;
    }

    /** Answers the place after the last value. */
    private static int append(AnsweredRows rows, List<Column> columns, double[] values, int from) {
        int at = from;
        for (int row = 0; row < rows.inputs().rows(); row++) {
            rows.inputs().copyRow(row, values, at);
            at += columns.size();
            values[at - 1] = answer(rows.answers(), row, columns.get(columns.size() - 1));
        }
        return at;
    }

    private static double answer(Answers answers, int row, Column column) {
        return column.kind() == Kind.NUMBER
                ? answers.numbers().values()[row]
                : Collections.binarySearch(
                        column.categories(),
                        Objects.requireNonNull(answers.labels()).get(row));
    }
}
