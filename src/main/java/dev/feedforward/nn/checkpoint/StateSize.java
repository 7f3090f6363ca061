package dev.feedforward.nn.checkpoint;

/** Counts the bytes that a state takes. */
public final class StateSize implements StateTransfer {

    private long bytes;

    @Override
    public long number(long number) {
        bytes += Long.BYTES;
        return number;
    }

    @Override
    public void numbers(double[] numbers) {
        bytes += (long) numbers.length * Double.BYTES;
    }

    @Override
    public void numbers(int[] numbers) {
        bytes += (long) numbers.length * Integer.BYTES;
    }

    public long bytes() {
        return bytes;
    }
}
