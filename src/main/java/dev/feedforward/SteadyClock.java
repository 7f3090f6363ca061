package dev.feedforward;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/**
 * A clock for how long things take: right when it is made, it then runs by {@link System#nanoTime()}, so that it
 * neither jumps nor goes back when the machine's time is set.
 */
final class SteadyClock extends Clock {

    private final Instant start;
    private final LongSupplier nanos;
    private final long startNanos;

    /**
     * @param start the time of day now
     * @param nanos counts nanoseconds from anywhere
     */
    SteadyClock(Instant start, LongSupplier nanos) {
        this.start = start;
        this.nanos = nanos;
        startNanos = nanos.getAsLong();
    }

    @Override
    public Instant instant() {
        return start.plusNanos(nanos.getAsLong() - startNanos);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** @throws UnsupportedOperationException always: this is no time of day */
    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("A clock for durations has no zone");
    }
}
