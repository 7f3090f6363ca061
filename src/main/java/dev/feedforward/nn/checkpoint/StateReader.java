package dev.feedforward.nn.checkpoint;

import java.nio.ByteBuffer;

/** Reads a state back. */
public final class StateReader implements StateTransfer {

    private final ByteBuffer bytes;

    /** @param bytes hold the state from their position to their limit */
    public StateReader(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    @Override
    public long number(long number) {
        return bytes.getLong();
    }

    @Override
    public void numbers(double[] numbers) {
        bytes.asDoubleBuffer().get(numbers);
        bytes.position(bytes.position() + numbers.length * Double.BYTES);
    }

    @Override
    public void numbers(int[] numbers) {
        bytes.asIntBuffer().get(numbers);
        bytes.position(bytes.position() + numbers.length * Integer.BYTES);
    }

    /** Bytes not read yet. */
    public int remaining() {
        return bytes.remaining();
    }
}
