package dev.feedforward.nn.training;

import dev.feedforward.nn.checkpoint.StateReader;
import dev.feedforward.nn.checkpoint.StateSize;
import dev.feedforward.nn.checkpoint.StateTransfer;
import dev.feedforward.nn.checkpoint.StateWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/**
 * A training as it stood between two iterations: all that decides how it goes on, bit for bit. Never changes.
 *
 * <p>Its bytes, little-endian: a mark and the format as {@code int}, the number of all bytes as {@code int}, the
 * iteration as {@code long}, the state as {@link Trainer} passes it through {@link StateTransfer}, and the CRC-32C of
 * everything before it as {@code int}.
 */
public final class Checkpoint {

    /** "FFCP". */
    private static final int MARK = 0x5043_4646;

    /** To be raised with every change of what a state holds or of its order. */
    private static final int FORMAT = 1;

    private static final int ITERATION_AT = 3 * Integer.BYTES;
    private static final int STATE_AT = ITERATION_AT + Long.BYTES;
    private static final int CHECKSUM = Integer.BYTES;

    private final byte[] bytes;

    private Checkpoint(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * A copy of a state.
     *
     * @throws ArithmeticException if it takes 2 GiB or more
     */
    static Checkpoint of(long iteration, Consumer<StateTransfer> state) {
        StateSize size = new StateSize();
        state.accept(size);
        int length = Math.toIntExact(STATE_AT + size.bytes() + CHECKSUM);
        byte[] bytes = new byte[length];
        ByteBuffer buffer = littleEndian(bytes);
        buffer.putInt(MARK).putInt(FORMAT).putInt(length).putLong(iteration);
        state.accept(new StateWriter(buffer));
        buffer.putInt(checksum(bytes));
        return new Checkpoint(bytes);
    }

    /**
     * A checkpoint from what {@link #toBytes()} gave.
     *
     * @param bytes not copied
     * @throws IllegalArgumentException if they are anything else: of another format, cut short, too many, or changed
     */
    public static Checkpoint fromBytes(byte[] bytes) {
        ByteBuffer buffer = littleEndian(bytes);
        if (bytes.length < STATE_AT + CHECKSUM || buffer.getInt() != MARK) {
            throw new IllegalArgumentException("these %d bytes are no checkpoint".formatted(bytes.length));
        }
        int format = buffer.getInt();
        if (format != FORMAT) {
            throw new IllegalArgumentException(
                    "a checkpoint of format %d; this version reads format %d alone".formatted(format, FORMAT));
        }
        int length = buffer.getInt();
        if (length != bytes.length) {
            throw new IllegalArgumentException(
                    "a checkpoint of %d bytes cannot be read from %d".formatted(length, bytes.length));
        }
        if (buffer.getInt(length - CHECKSUM) != checksum(bytes)) {
            throw new IllegalArgumentException(
                    "a checkpoint whose bytes were changed: their checksum is %08x".formatted(checksum(bytes)));
        }
        return new Checkpoint(bytes);
    }

    /** The array itself, not to be changed. */
    public byte[] toBytes() {
        return bytes;
    }

    /** Corrections of the weights that were made so far. */
    public long iteration() {
        return littleEndian(bytes).getLong(ITERATION_AT);
    }

    /** Reads the state from its start. */
    StateReader state() {
        return new StateReader(littleEndian(bytes).position(STATE_AT).limit(bytes.length - CHECKSUM));
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int checksum(byte[] bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, bytes.length - CHECKSUM);
        return (int) sum.getValue();
    }
}
