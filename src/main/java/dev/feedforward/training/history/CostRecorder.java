package dev.feedforward.training.history;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Collects the points of a cost history on the thread that trains, to be read from any other. */
public final class CostRecorder {

    private static final int COST = 0;
    private static final int LOSS = 1;
    private static final int VALIDATION_COST = 2;
    private static final int TEST_COST = 3;

    private long[] iteration = new long[64];
    private final double[][] columns = new double[4][64];
    private int size;

    public synchronized void add(long atIteration, double cost, double loss, double validationCost, double testCost) {
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

    /** Adds the points of {@code history}. */
    public synchronized void addAll(CostHistory history) {
        for (int i = 0; i < history.iteration().length; i++) {
            add(
                    history.iteration()[i],
                    history.cost()[i],
                    history.loss()[i],
                    history.validationCost() == null ? Double.NaN : history.validationCost()[i],
                    history.testCost() == null ? Double.NaN : history.testCost()[i]);
        }
    }

    public synchronized int size() {
        return size;
    }

    /** The cost at the last point, or null before the first. */
    public synchronized @Nullable Double lastCost() {
        return size == 0 ? null : columns[COST][size - 1];
    }

    /** The last point, or null before the first. */
    public synchronized @Nullable CostPoint last() {
        return size == 0
                ? null
                : new CostPoint(
                        columns[COST][size - 1],
                        columns[LOSS][size - 1],
                        columns[VALIDATION_COST][size - 1],
                        columns[TEST_COST][size - 1]);
    }

    /** The points so far. */
    public synchronized CostHistory history(long job) {
        return part(job, 0, size);
    }

    /** The points but for the first {@code from}. */
    public synchronized CostHistory from(long job, int from) {
        return part(job, from, size);
    }

    /** The first {@code maxPoints} points after {@code afterIteration}, or as many as there are. */
    public synchronized CostHistory after(long job, long afterIteration, int maxPoints) {
        int found = Arrays.binarySearch(iteration, 0, size, afterIteration);
        int from = found < 0 ? -found - 1 : found + 1;
        return part(job, from, from + Math.min(maxPoints, size - from));
    }

    private CostHistory part(long job, int from, int to) {
        return new CostHistory(
                job,
                Arrays.copyOfRange(iteration, from, to),
                Arrays.copyOfRange(columns[COST], from, to),
                Arrays.copyOfRange(columns[LOSS], from, to),
                heldOut(VALIDATION_COST, from, to),
                heldOut(TEST_COST, from, to));
    }

    private double @Nullable [] heldOut(int column, int from, int to) {
        boolean measured = size > 0 && !Double.isNaN(columns[column][0]);
        return measured ? Arrays.copyOfRange(columns[column], from, to) : null;
    }

    private void grow(int capacity) {
        iteration = Arrays.copyOf(iteration, capacity);
        for (int i = 0; i < columns.length; i++) {
            columns[i] = Arrays.copyOf(columns[i], capacity);
        }
    }
}
