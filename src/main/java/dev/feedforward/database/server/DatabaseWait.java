package dev.feedforward.database.server;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How long this thread's request has waited in all for a database server that stood still. Each statement gives up by
 * itself after a while, but one that is answered just before might be followed by another that waits as long.
 *
 * <p>On a thread that answers no request nothing is counted, and nothing refused.
 */
public final class DatabaseWait implements AutoCloseable {

    /** With one more connection or statement that is waited for, still below five seconds. */
    private static final long MOST = Duration.ofSeconds(2).toNanos();

    /** What is answered sooner has only been busy, be it a hundred times. */
    private static final long STANDS_STILL = Duration.ofMillis(250).toNanos();

    /** By PostgreSQL's codes, for a statement that was given up as it took too long. */
    private static final String STATE = "57014";

    private static final ThreadLocal<@Nullable DatabaseWait> CURRENT = new ThreadLocal<>();

    private final LongSupplier clock;
    private long waited;

    private DatabaseWait(LongSupplier clock) {
        this.clock = clock;
    }

    /** From now on this thread answers a request, until what is returned is closed. */
    public static DatabaseWait begin() {
        return begin(System::nanoTime);
    }

    /** @param clock nanoseconds, from anywhere */
    static DatabaseWait begin(LongSupplier clock) {
        DatabaseWait own = new DatabaseWait(clock);
        CURRENT.set(own);
        return own;
    }

    @Override
    public void close() {
        CURRENT.remove();
    }

    /** Counts anew, where a request has got on, such as one whose body streams in: its caller does not wait. */
    public static void renew() {
        DatabaseWait own = CURRENT.get();
        if (own != null) {
            own.waited = 0;
        }
    }

    /** What may have to be waited for. */
    @FunctionalInterface
    interface Awaited<T, E extends Throwable> {

        @Nullable
        T get() throws E;
    }

    /**
     * Waits for something of the database's.
     *
     * @throws SQLException if this request has waited long enough before
     */
    static <T, E extends Throwable> @Nullable T await(Awaited<T, E> awaited) throws SQLException, E {
        DatabaseWait own = CURRENT.get();
        return own == null ? awaited.get() : own.count(awaited);
    }

    /**
     * Waits for something that a database server that stands still may hold up too, such as a training, for as long as
     * this request may wait in all; two seconds where nothing is counted.
     *
     * @return whether it came, be it a failure
     */
    public static boolean await(CompletableFuture<?> held) {
        DatabaseWait own = CURRENT.get();
        if (own == null) {
            await(held, MOST);
        } else {
            own.measure(() -> await(held, MOST - own.waited));
        }
        return held.isDone();
    }

    private static @Nullable Void await(CompletableFuture<?> held, long nanos) {
        if (nanos > 0 && !held.isDone()) {
            held.handle((done, failure) -> done)
                    .completeOnTimeout(null, nanos, TimeUnit.NANOSECONDS)
                    .join();
        }
        return null;
    }

    private <T, E extends Throwable> @Nullable T count(Awaited<T, E> awaited) throws SQLException, E {
        if (waited > MOST) {
            throw new SQLTransientException(
                    "This request has waited for %d ms already".formatted(waited / 1_000_000), STATE);
        }
        return measure(awaited);
    }

    private <T, E extends Throwable> @Nullable T measure(Awaited<T, E> awaited) throws E {
        long begin = clock.getAsLong();
        try {
            return awaited.get();
        } finally {
            long took = clock.getAsLong() - begin;
            waited += took > STANDS_STILL ? took : 0;
        }
    }
}
