package dev.feedforward.nn;

/**
 * The numbers that an activation can come to, or come near to.
 *
 * @param lowest -∞ where there is none
 * @param highest ∞ where there is none
 */
public record Range(double lowest, double highest) {

    /** Whether there are limits on both sides, where the slope of a {@link Slope#RISING} activation is nearly 0. */
    public boolean isBounded() {
        return Double.isFinite(lowest) && Double.isFinite(highest);
    }
}
