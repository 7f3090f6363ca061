package dev.feedforward.dataset;

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
}
