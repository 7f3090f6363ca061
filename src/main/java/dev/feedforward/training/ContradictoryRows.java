package dev.feedforward.training;

import dev.feedforward.nn.Matrix;
import dev.feedforward.nn.Samples;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds rows that have the same inputs and different answers: no network gets both right. Only where answers are -1, 0
 * or 1: measured twice, a number may well differ.
 */
final class ContradictoryRows {

    private static final int NO_ROW = -1;

    private final Matrix inputs;
    private final Matrix answers;

    /** The first rows of all different inputs, found by hash and the next free place; at least half of it is empty. */
    private final int[] table;

    private int contradictions;
    private int earlier;
    private int later;

    private ContradictoryRows(Samples samples) {
        inputs = samples.inputs();
        answers = samples.answers();
        table = new int[Integer.highestOneBit(Math.min(Math.max(1, samples.rows()), 1 << 28)) * 4];
        Arrays.fill(table, NO_ROW);
    }

    /** Looks at every row once. */
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
            if (!isSame(answers, first, row)) {
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
        int place = hash(row) & (table.length - 1);
        while (table[place] != NO_ROW) {
            if (isSame(inputs, table[place], row)) {
                return table[place];
            }
            place = (place + 1) & (table.length - 1);
        }
        table[place] = row;
        return row;
    }

    private int hash(int row) {
        long hash = 0;
        int from = row * inputs.columns();
        for (int i = from; i < from + inputs.columns(); i++) {
            // Adding 0 turns -0 into 0, which equals it. The factor is 2⁶⁴ over the golden ratio.
            hash = (hash ^ Double.doubleToLongBits(inputs.values()[i] + 0.0)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        return (int) hash;
    }

    private static boolean isSame(Matrix rows, int one, int other) {
        if (one == other) {
            return true;
        }
        for (int j = 0; j < rows.columns(); j++) {
            if (rows.values()[one * rows.columns() + j] != rows.values()[other * rows.columns() + j]) {
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
