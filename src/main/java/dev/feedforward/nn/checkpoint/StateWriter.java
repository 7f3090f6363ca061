package dev.feedforward.nn.checkpoint;

import java.nio.ByteBuffer;

/** Writes a state. */
public final class StateWriter implements StateTransfer {

    private final ByteBuffer bytes;

    /** @param bytes has room for the state, which it receives from its position on */
    public StateWriter(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    @Override
    public long number(long number) {
        bytes.putLong(number);
        return number;
    }

    @Override
    public void numbers(double[] numbers) {
        bytes.asDoubleBuffer().put(numbers);
        bytes.position(bytes.position() + numbers.length * Double.BYTES);
    }

    @Override
    public void numbers(int[] numbers) {
        bytes.asIntBuffer().put(numbers);
        bytes.position(bytes.position() + numbers.length * Integer.BYTES);
    }
}
