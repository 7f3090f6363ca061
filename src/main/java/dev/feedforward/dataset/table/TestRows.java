package dev.feedforward.dataset.table;

import dev.feedforward.dataset.table.Column.Role;
import java.util.Arrays;
import java.util.List;

/** Counts the rows that {@link Split} will set aside, before there is a table. */
public final class TestRows {

    private TestRows() {}

    public static int count(List<Column> columns, List<ColumnFigures> figures, int rows, Splitting splitting) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).role() == Role.SPLIT) {
                int test = Split.testCategory(columns.get(i));
                return test < 0 ? 0 : figures.get(i).counts().get(test);
            }
        }
        int answer = Split.classColumn(columns);
        int[] classes = answer < 0
                ? new int[] {rows}
                : figures.get(answer).counts().stream()
                        .mapToInt(Integer::intValue)
                        .toArray();
        return Arrays.stream(Split.testCounts(classes, splitting.testFraction()))
                .sum();
    }
}
