package dev.feedforward.dataset.table;

import dev.feedforward.dataset.table.Column.Role;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Groups of rows of which alike shares are drawn: the classes that the only answer names, by categories or by few whole
 * numbers; otherwise all rows are one.
 *
 * @param count how many there are
 * @param of the group of a row, from 0
 */
record Strata(int count, IntUnaryOperator of) {

    /** More different numbers than these are rather quantities than classes. */
    private static final int MOST_NUMBERS = 20;

    /** Fewer rows to a number than this, on average, are rather quantities too; unless they are 0 and 1. */
    private static final int LEAST_ROWS = 5;

    private static final Strata ONE = new Strata(1, row -> 0);

    /** The groups of a table's rows; numbers count only where as many rows are drawn as without groups. */
    static Strata of(Table table, double testFraction) {
        List<Column> columns = table.columns();
        int column = Split.classColumn(columns);
        if (column >= 0) {
            return new Strata(columns.get(column).categories().size(), row -> (int) table.get(row, column));
        }
        int[] answers = IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).role() == Role.ANSWER)
                .toArray();
        if (answers.length != 1) {
            return ONE;
        }
        Strata numbers = ofNumbers(table, answers[0]);
        int drawn = Arrays.stream(Split.testCounts(numbers.sizes(table.rows()), testFraction))
                .sum();
        int wanted = Split.testCounts(new int[] {table.rows()}, testFraction)[0];
        return drawn == wanted ? numbers : ONE;
    }

    private static Strata ofNumbers(Table table, int column) {
        TreeSet<Double> found = new TreeSet<>();
        for (int row = 0; row < table.rows(); row++) {
            double value = table.get(row, column);
            // Adding 0 turns -0 into 0.
            if (value != Math.rint(value) || (found.add(value + 0.0) && found.size() > MOST_NUMBERS)) {
                return ONE;
            }
        }
        boolean bits = found.size() == 2 && found.first() == 0.0 && found.last() == 1.0;
        if (!bits && table.rows() < LEAST_ROWS * found.size()) {
            return ONE;
        }
        double[] values = found.stream().mapToDouble(Double::doubleValue).toArray();
        return new Strata(values.length, row -> Arrays.binarySearch(values, table.get(row, column) + 0.0));
    }

    /** Rows of each group among the first {@code rows}. */
    int[] sizes(int rows) {
        int[] sizes = new int[count];
        for (int row = 0; row < rows; row++) {
            sizes[of.applyAsInt(row)]++;
        }
        return sizes;
    }
}
