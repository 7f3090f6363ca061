package dev.feedforward.memory;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Bytes of the heap that work of some size may take together. A process that runs out of memory ends, so what is large
 * is reserved here, by arithmetic, before it is allocated.
 */
public final class MemoryBudget {

    /** What is counted: a semaphore's permits are too few for bytes. */
    private static final long UNIT = 1024;

    /** How often one who waits asks whether to go on waiting. */
    private static final long ASK_MILLIS = 100;

    private final int units;
    private final Semaphore free;

    /** @param bytes that may be reserved at once */
    public MemoryBudget(long bytes) {
        units = units(bytes);
        free = new Semaphore(units, true);
    }

    /** Whether so many bytes can be reserved at all. */
    public boolean canHold(long bytes) {
        return units(bytes) <= units;
    }

    /** Bytes that there are in all. */
    public long bytes() {
        return units * UNIT;
    }

    /** Bytes that are reserved at this moment. */
    public long reserved() {
        return (units - free.availablePermits()) * UNIT;
    }

    /** Reserves {@code bytes} if they are free at this moment, and nobody has been waiting for them. */
    public Optional<Reservation> reserveNow(long bytes) {
        int wanted = units(bytes);
        try {
            // Unlike without a time, it does not go before those who wait.
            return free.tryAcquire(wanted, 0, TimeUnit.NANOSECONDS)
                    ? Optional.of(() -> free.release(wanted))
                    : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /**
     * Reserves {@code bytes} as soon as others have given back enough.
     *
     * @param givenUp asked now and then whether it is not wanted any more
     * @return nothing if it was given up, or the thread interrupted
     * @throws IllegalArgumentException if there are fewer in all
     */
    public Optional<Reservation> reserve(long bytes, BooleanSupplier givenUp) {
        int wanted = units(bytes);
        if (wanted > units) {
            throw new IllegalArgumentException(bytes + " bytes of " + units * UNIT);
        }
        try {
            while (!free.tryAcquire(wanted, ASK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (givenUp.getAsBoolean()) {
                    return Optional.empty();
                }
            }
            return Optional.of(() -> free.release(wanted));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static int units(long bytes) {
        return (int) Math.min(Integer.MAX_VALUE, (bytes + UNIT - 1) / UNIT);
    }

    /** What is reserved, until it is given back; once. */
    @FunctionalInterface
    public interface Reservation extends AutoCloseable {

        @Override
        void close();
    }
}
