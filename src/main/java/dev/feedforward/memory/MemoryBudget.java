package dev.feedforward.memory;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.function.BooleanSupplier;

/**
 * Bytes of the heap that work of some size may take together. A process that runs out of memory ends, so what is large
 * is reserved here, by arithmetic, before it is allocated.
 */
public final class MemoryBudget {

    /** How often one who waits asks whether to go on waiting. */
    private static final long ASK_MILLIS = 100;

    private final long bytes;
    /** Who waits, in the order of coming: one who comes later does not go before, however little it takes. */
    private final Queue<Object> line = new ArrayDeque<>();

    private long reserved;

    /** @param bytes that may be reserved at once */
    public MemoryBudget(long bytes) {
        this.bytes = bytes;
    }

    /** Whether so many bytes can be reserved at all. */
    public boolean canHold(long wanted) {
        return wanted <= bytes;
    }

    /** Bytes that there are in all. */
    public long bytes() {
        return bytes;
    }

    /** Bytes that are reserved at this moment. */
    public synchronized long reserved() {
        return reserved;
    }

    /** Reserves {@code wanted} bytes if they are free at this moment, and nobody has been waiting for them. */
    public synchronized Optional<Shrinkable> reserveNow(long wanted) {
        return line.isEmpty() && isFree(wanted) ? Optional.of(new Part(wanted)) : Optional.empty();
    }

    /**
     * Reserves {@code wanted} bytes as soon as others have given back enough.
     *
     * @param givenUp asked now and then whether it is not wanted any more
     * @return nothing if it was given up, or the thread interrupted
     * @throws IllegalArgumentException if there are fewer in all
     */
    public synchronized Optional<Shrinkable> reserve(long wanted, BooleanSupplier givenUp) {
        if (!canHold(wanted)) {
            throw new IllegalArgumentException(wanted + " bytes of " + bytes);
        }
        Object place = new Object();
        line.add(place);
        try {
            while (line.peek() != place || !isFree(wanted)) {
                wait(ASK_MILLIS);
                if (givenUp.getAsBoolean()) {
                    return Optional.empty();
                }
            }
            return Optional.of(new Part(wanted));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            line.remove(place);
            notifyAll();
        }
    }

    private boolean isFree(long wanted) {
        return wanted <= bytes - reserved;
    }

    private synchronized void add(long more) {
        reserved += more;
        notifyAll();
    }

    /** What is reserved, until it is given back; once. */
    @FunctionalInterface
    public interface Reservation extends AutoCloseable {

        @Override
        void close();
    }

    /** What is reserved, and may be given back in parts. */
    public interface Shrinkable extends Reservation {

        /** Gives back what is more than {@code kept} bytes. */
        void shrinkTo(long kept);
    }

    private final class Part implements Shrinkable {

        private long held;

        Part(long held) {
            this.held = held;
            add(held);
        }

        @Override
        public void shrinkTo(long kept) {
            if (kept < held) {
                add(kept - held);
                held = kept;
            }
        }

        @Override
        public void close() {
            shrinkTo(0);
        }
    }
}
