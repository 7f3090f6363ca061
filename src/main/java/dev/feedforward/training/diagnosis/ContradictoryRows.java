package dev.feedforward.training.diagnosis;

import dev.feedforward.nn.data.Matrix;
import dev.feedforward.nn.data.RowSource;
import dev.feedforward.nn.data.Samples;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds rows that have the same inputs and different answers: no network gets both right. Only where answers are -1, 0
 * or 1: measured twice, a number may well differ.
 */
final class ContradictoryRows {

    private static final int NO_ROW = -1;

    private final RowSource inputs;
    private final Matrix answers;

    /** The first rows of all different inputs, found by hash and the next free place; at least half of it is empty. */
    private final int[] table;

    /** The inputs of the row that is looked at, and of an earlier one that it is compared with. */
    private final double[] asked;

    private final double[] other;
    private int contradictions;
    private int earlier;
    private int later;

    private ContradictoryRows(Samples samples) {
        inputs = samples.inputs();
        answers = samples.answers();
        asked = new double[inputs.columns()];
        other = new double[inputs.columns()];
        table = new int[Integer.highestOneBit(Math.min(Math.max(1, samples.rows()), 1 << 28)) * 4];
        Arrays.fill(table, NO_ROW);
    }

    /**
     * Looks at every row for its hash, and again where a later row may be like it. Takes at most 16 bytes a row, and
     * keeps two rows.
     */
    static Optional<Warning> find(Samples samples) {
        for (double answer : samples.answers().values()) {
            if (answer != 0.0 && Math.abs(answer) != 1.0) {
                return Optional.empty();
            }
        }
        ContradictoryRows rows = new ContradictoryRows(samples);
        rows.compareAll();
        return rows.contradictions == 0 ? Optional.empty() : Optional.of(rows.warning());
    }

    private void compareAll() {
        for (int row = 0; row < inputs.rows(); row++) {
            int first = firstLike(row);
            if (!isSameAnswer(first, row)) {
                if (contradictions == 0) {
                    earlier = first;
                    later = row;
                }
                contradictions++;
            }
        }
    }

    /** The first row with the inputs of {@code row}, which may be itself. */
    private int firstLike(int row) {
        inputs.copyRow(row, asked, 0);
        int place = hash(asked) & (table.length - 1);
        while (table[place] != NO_ROW) {
            inputs.copyRow(table[place], other, 0);
            if (isSameInput()) {
                return table[place];
            }
            place = (place + 1) & (table.length - 1);
        }
        table[place] = row;
        return row;
    }

    private static int hash(double[] row) {
        long hash = 0;
        for (double input : row) {
            // Adding 0 turns -0 into 0, which equals it. The factor is 2⁶⁴ over the golden ratio.
            hash = (hash ^ Double.doubleToLongBits(input + 0.0)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        return (int) hash;
    }

    private boolean isSameInput() {
        for (int j = 0; j < asked.length; j++) {
            if (asked[j] != other[j]) {
                return false;
            }
        }
        return true;
    }

    private boolean isSameAnswer(int one, int another) {
        int columns = answers.columns();
        for (int j = 0; j < columns; j++) {
            if (answers.values()[one * columns + j] != answers.values()[another * columns + j]) {
                return false;
            }
        }
        return true;
    }

    private Warning warning() {
        return new Warning(
                "contradictory_rows",
                ("%,d of the %,d training rows %s the same inputs as an earlier row but another answer; the first such"
                                + " pair are rows %d and %d (counted from 1). No network can answer both right.")
                        .formatted(
                                contradictions,
                                inputs.rows(),
                                contradictions == 1 ? "has" : "have",
                                earlier + 1,
                                later + 1),
                "Correct the wrong answers or remove the rows; if both are right, add an input that tells them apart.");
    }
}
