package dev.feedforward.training;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Collects the points of a cost history on the thread that trains, to be read from any other. */
final class CostRecorder {

    private static final int COST = 0;
    private static final int LOSS = 1;
    private static final int VALIDATION_COST = 2;
    private static final int TEST_COST = 3;

    private long[] iteration = new long[64];
    private final double[][] columns = new double[4][64];
    private int size;

    synchronized void add(long atIteration, double cost, double loss, double validationCost, double testCost) {
        if (size == iteration.length) {
            grow(2 * size);
        }
        iteration[size] = atIteration;
        columns[COST][size] = cost;
        columns[LOSS][size] = loss;
        columns[VALIDATION_COST][size] = validationCost;
        columns[TEST_COST][size] = testCost;
        size++;
    }

    synchronized void clear() {
        size = 0;
    }

    /** The cost at the last point, or null before the first. */
    synchronized @Nullable Double lastCost() {
        return size == 0 ? null : columns[COST][size - 1];
    }

    /** The points so far. */
    synchronized CostHistory history(long job) {
        return new CostHistory(
                job,
                Arrays.copyOf(iteration, size),
                Arrays.copyOf(columns[COST], size),
                Arrays.copyOf(columns[LOSS], size),
                heldOut(VALIDATION_COST),
                heldOut(TEST_COST));
    }

    private double @Nullable [] heldOut(int column) {
        boolean measured = size > 0 && !Double.isNaN(columns[column][0]);
        return measured ? Arrays.copyOf(columns[column], size) : null;
    }

    private void grow(int capacity) {
        iteration = Arrays.copyOf(iteration, capacity);
        for (int i = 0; i < columns.length; i++) {
            columns[i] = Arrays.copyOf(columns[i], capacity);
        }
    }
}
