package dev.feedforward.dataset.table;

import dev.feedforward.dataset.table.Column.Kind;
import dev.feedforward.dataset.table.Column.Role;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Which rows are to learn from and which to test with: as the column of role {@link Role#SPLIT} says, or else a share
 * drawn at random, of each class alike where the answer is one column of categories or of few whole numbers.
 *
 * @param trainingRows their numbers from 0, ascending
 * @param testRows the others', ascending
 */
public record Split(int[] trainingRows, int[] testRows) {

    /** The split of a table's rows; the same for the same table and splitting, on every machine. */
    public static Split of(Table table, Splitting splitting) {
        int column = columnOf(table.columns(), Role.SPLIT);
        if (column >= 0) {
            int test = testCategory(table.columns().get(column));
            return parted(table.rows(), row -> table.get(row, column) == test);
        }
        if (splitting.testFraction() == 0.0) {
            return parted(table.rows(), row -> false);
        }
        return drawn(table, splitting);
    }

    /**
     * How many rows of each class are to test with: as close to the share as whole rows allow, by the method of the
     * largest remainders (Hamilton, 1792), with at least one row of each class left to learn from.
     *
     * @param classRows rows of each class
     */
    static int[] testCounts(int[] classRows, double testFraction) {
        int[] test = new int[classRows.length];
        double[] remainder = new double[classRows.length];
        long all = 0;
        long given = 0;
        for (int i = 0; i < classRows.length; i++) {
            double share = classRows[i] * testFraction;
            test[i] = Math.min((int) share, Math.max(0, classRows[i] - 1));
            remainder[i] = test[i] + 1 < classRows[i] ? share - test[i] : -1.0;
            all += classRows[i];
            given += test[i];
        }
        long wanted = Math.round(all * testFraction);
        List<Integer> order = IntStream.range(0, classRows.length)
                .filter(i -> remainder[i] > 0.0)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -remainder[i]))
                .toList();
        for (int i = 0; i < order.size() && given < wanted; i++, given++) {
            test[order.get(i)]++;
        }
        return test;
    }

    /** The place of the category that is to test with; -1 if no row is. */
    static int testCategory(Column column) {
        return IntStream.range(0, column.categories().size())
                .filter(i -> column.categories().get(i).equalsIgnoreCase("test"))
                .findFirst()
                .orElse(-1);
    }

    /** The place of the only category column that is an answer; -1 if there is none, or another answer. */
    public static int classColumn(List<Column> columns) {
        long answers =
                columns.stream().filter(column -> column.role() == Role.ANSWER).count();
        int first = columnOf(columns, Role.ANSWER);
        return answers == 1 && columns.get(first).kind() == Kind.CATEGORY ? first : -1;
    }

    private static int columnOf(List<Column> columns, Role role) {
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).role() == role)
                .findFirst()
                .orElse(-1);
    }

    /** Draws within each class by selection sampling (Knuth, The Art of Computer Programming 2, algorithm 3.4.2 S). */
    private static Split drawn(Table table, Splitting splitting) {
        Strata strata = Strata.of(table, splitting.testFraction());
        int[] left = strata.sizes(table.rows());
        int[] wanted = testCounts(left, splitting.testFraction());
        // Random's numbers are laid down in its specification.
        Random random = new Random(splitting.seed());
        return parted(table.rows(), row -> {
            int its = strata.of().applyAsInt(row);
            boolean test = random.nextInt(left[its]--) < wanted[its];
            wanted[its] -= test ? 1 : 0;
            return test;
        });
    }

    private static Split parted(int rows, IntPredicate isTest) {
        int[] training = new int[rows];
        int[] test = new int[rows];
        int learned = 0;
        for (int row = 0; row < rows; row++) {
            if (isTest.test(row)) {
                test[row - learned] = row;
            } else {
                training[learned++] = row;
            }
        }
        return new Split(Arrays.copyOf(training, learned), Arrays.copyOf(test, rows - learned));
    }
}
