package dev.feedforward.training.events;

import java.time.Duration;

/**
 * How often readers are told something, in nanoseconds.
 *
 * <p>One reader gets at most ten events with points a second while its job goes on, and all readers of this instance
 * together at most a thousand: that costs a training little, however many watch it.
 *
 * @param heartbeat between comments
 * @param stalledAfter without taking anything, until a reader is let go
 * @param lookEvery between two questions to the database about the same
 */
record EventPace(long heartbeat, long stalledAfter, long lookEvery) {

    /** At least between two events with points for the same reader, while its job goes on. */
    static final long LIVE = Duration.ofMillis(100).toNanos();

    private static final long SHARE = Duration.ofMillis(1).toNanos();

    static EventPace of(EventProperties properties) {
        return new EventPace(
                properties.heartbeat().toNanos(),
                properties.stalledAfter().toNanos(),
                properties.lookEvery().toNanos());
    }

    /** Between two events with points for a reader of a job that goes on here: 100 ms, and 1 ms a reader at least. */
    long here(int readers) {
        return Math.max(LIVE, readers * SHARE);
    }

    /** The same of a job that goes on elsewhere, or stands still. */
    long elsewhere(int readers) {
        return Math.max(lookEvery, readers * SHARE);
    }

    /** The same of a job that has ended, of which everything is there: a reader catches up as fast as it can. */
    long ended(int readers) {
        return readers * SHARE;
    }
}
