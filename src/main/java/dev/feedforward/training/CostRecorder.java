package dev.feedforward.training;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Collects the points of a cost history on the thread that trains, to be read from any other. */
final class CostRecorder {

    private long[] iteration = new long[64];
    private double[] cost = new double[64];
    private double[] loss = new double[64];
    private double[] testCost = new double[64];
    private int size;

    synchronized void add(long atIteration, double newCost, double newLoss, double newTestCost) {
        if (size == iteration.length) {
            grow(2 * size);
        }
        iteration[size] = atIteration;
        cost[size] = newCost;
        loss[size] = newLoss;
        testCost[size] = newTestCost;
        size++;
    }

    synchronized void clear() {
        size = 0;
    }

    /** The cost at the last point, or null before the first. */
    synchronized @Nullable Double lastCost() {
        return size == 0 ? null : cost[size - 1];
    }

    /** The points so far. */
    synchronized CostHistory history(long job) {
        boolean tested = size > 0 && !Double.isNaN(testCost[0]);
        return new CostHistory(
                job,
                Arrays.copyOf(iteration, size),
                Arrays.copyOf(cost, size),
                Arrays.copyOf(loss, size),
                tested ? Arrays.copyOf(testCost, size) : null);
    }

    private void grow(int capacity) {
        iteration = Arrays.copyOf(iteration, capacity);
        cost = Arrays.copyOf(cost, capacity);
        loss = Arrays.copyOf(loss, capacity);
        testCost = Arrays.copyOf(testCost, capacity);
    }
}
