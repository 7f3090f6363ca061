package dev.feedforward.dataset.table;

/**
 * How rows are parted into those to learn from and those to test with, where no column says it.
 *
 * @param testFraction the share of the rows to test with, at least 0 and below 1
 * @param seed which of the many ways to part them; the same seed parts the same rows in the same way
 */
public record Splitting(double testFraction, long seed) {

    /** All rows are to learn from. */
    public static final Splitting NONE = new Splitting(0.0, 1);

    /** @throws IllegalArgumentException if the share is not at least 0 and below 1 */
    public Splitting {
        if (!(testFraction >= 0.0 && testFraction < 1.0)) {
            throw new IllegalArgumentException("a test fraction of " + testFraction);
        }
    }
}
