package dev.feedforward.dataset.table;

import dev.feedforward.dataset.table.Column.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of a column's values, those that are missing aside.
 *
 * @param min of numbers; null for categories
 * @param max of numbers; null for categories
 * @param mean of numbers; null for categories
 * @param counts rows of each category, in the order of the column's categories; empty for numbers
 */
public record ColumnFigures(
        @Nullable Double min,
        @Nullable Double max,
        @Nullable Double mean,
        List<Integer> counts) {

    public ColumnFigures {
        counts = List.copyOf(counts);
    }

    /** The figures of one of a table's columns, which has a value somewhere. */
    public static ColumnFigures of(Table table, int column) {
        Column of = table.columns().get(column);
        List<Integer> counts =
                new ArrayList<>(Collections.nCopies(of.categories().size(), 0));
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        ColumnMean mean = new ColumnMean();
        for (int row = 0; row < table.rows(); row++) {
            double value = table.get(row, column);
            if (!Double.isNaN(value) && of.kind() == Kind.CATEGORY) {
                counts.set((int) value, counts.get((int) value) + 1);
            } else if (!Double.isNaN(value)) {
                min = Math.min(min, value);
                max = Math.max(max, value);
                mean.add(value);
            }
        }
        return of.kind() == Kind.CATEGORY
                ? new ColumnFigures(null, null, null, counts)
                : new ColumnFigures(min, max, mean.mean(), counts);
    }
}
