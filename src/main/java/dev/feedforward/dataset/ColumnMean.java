package dev.feedforward.dataset;

/**
 * Mean of numbers that come one by one. Where their sum would overflow, it is made of numbers that are scaled by a
 * power of two, which loses nothing: each of them is far from the smallest there is, or of no weight beside those that
 * overflow.
 */
final class ColumnMean {

    /** More numbers than there can be rows do not overflow when each is divided by this. */
    private static final double SCALE = 0x1p64;

    private double sum;
    private double scaledSum;
    private long count;

    void add(double number) {
        sum += number;
        scaledSum += number / SCALE;
        count++;
    }

    /** How many numbers there are. */
    long count() {
        return count;
    }

    /** NaN of no numbers at all. */
    double mean() {
        return Double.isFinite(sum) ? sum / count : scaledSum / count * SCALE;
    }
}
