package dev.feedforward.dataset.table;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/** Whole numbers that stand for classes. */
public final class NumberLabels {

    private static final int MOST_LABELS = 1_000;

    /** From here on not every whole number is a double. */
    private static final double LARGEST = 0x1p53;

    private NumberLabels() {}

    /** Whether numbers could be labels: at most 1,000 different ones, whole, and more than 0 and 1 alone. */
    public static boolean areLikely(int rows, IntToDoubleFunction numbers) {
        Map<Double, Boolean> found = new HashMap<>();
        for (int row = 0; row < rows && found.size() <= MOST_LABELS; row++) {
            double value = numbers.applyAsDouble(row);
            if (!isWhole(value)) {
                return false;
            }
            found.put(value, value == 0.0 || value == 1.0);
        }
        return found.size() <= MOST_LABELS && found.containsValue(false);
    }

    public static boolean isWhole(double value) {
        return value == Math.rint(value) && Math.abs(value) <= LARGEST;
    }

    public static String label(double value) {
        return String.valueOf((long) value);
    }
}
