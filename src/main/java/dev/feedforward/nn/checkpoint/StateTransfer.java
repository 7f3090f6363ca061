package dev.feedforward.nn.checkpoint;

/**
 * Visitor that measures, writes or reads the state of a training, field by field in one order. Who has a number gives
 * it and keeps the one that comes back, so that nothing can be written and not be read.
 *
 * <p>Numbers are little-endian without padding; arrays have no length of their own, which follows from what was
 * {@linkplain #same compared} before them.
 */
public sealed interface StateTransfer permits StateSize, StateWriter, StateReader {

    /** Eight bytes; answers {@code number} itself unless another one is read. */
    long number(long number);

    /** All of {@code numbers}, eight bytes each; changed in place where they are read. */
    void numbers(double[] numbers);

    /** All of {@code numbers}, four bytes each; changed in place where they are read. */
    void numbers(int[] numbers);

    /** The same for a number whose every bit counts. */
    default double number(double number) {
        return Double.longBitsToDouble(number(Double.doubleToRawLongBits(number)));
    }

    /** The same for a yes or no, 1 or 0. */
    default boolean flag(boolean flag) {
        return number(flag ? 1L : 0L) != 0L;
    }

    /**
     * A number that must be the same here and there.
     *
     * @throws IllegalArgumentException if another one is read
     */
    default void same(String what, long here) {
        long there = number(here);
        if (there != here) {
            throw new IllegalArgumentException(
                    "the checkpoint is of a training with %d %s, this one has %d".formatted(there, what, here));
        }
    }

    /**
     * A name that must be the same here and there, as its hash code.
     *
     * @throws IllegalArgumentException if another one is read
     */
    default void same(String what, String here) {
        if (number((long) here.hashCode()) != here.hashCode()) {
            throw new IllegalArgumentException(
                    "the checkpoint is of a training with another %s, this one's is %s".formatted(what, here));
        }
    }
}
