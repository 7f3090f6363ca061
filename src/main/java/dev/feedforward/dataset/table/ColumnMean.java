package dev.feedforward.dataset.table;

/**
 * Mean of numbers that come one by one. Where their sum would overflow, it is made of numbers that are scaled by a
 * power of two, which loses nothing: each of them is far from the smallest there is, or of no weight beside those that
 * overflow.
 */
public final class ColumnMean {

    /** More numbers than there can be rows do not overflow when each is divided by this. */
    private static final double SCALE = 0x1p64;

    private double sum;
    private double scaledSum;
    private long count;

    public void add(double number) {
        sum += number;
        scaledSum += number / SCALE;
        count++;
    }

    /** How many numbers there are. */
    public long count() {
        return count;
    }

    /** NaN of no numbers at all. */
    public double mean() {
        return Double.isFinite(sum) ? sum / count : scaledSum / count * SCALE;
    }
}
