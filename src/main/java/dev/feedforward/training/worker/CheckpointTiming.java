package dev.feedforward.training.worker;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** When a job's next checkpoint is due: so often that little is lost, and so seldom that it costs little. */
final class CheckpointTiming {

    /**
     * A checkpoint that took a second is followed by 100 s without: 1 % of the time, and some for what it displaces.
     */
    private static final int TIMES_ITS_COST = 100;

    private final Duration interval;
    private final Clock clock;
    private Instant begun;
    private Instant due;

    /**
     * The timing of a job that is taken up now.
     *
     * @param interval the least time between two checkpoints
     * @param clock for durations
     */
    CheckpointTiming(Duration interval, Clock clock) {
        this.interval = interval;
        this.clock = clock;
        begun = clock.instant();
        due = begun.plus(interval);
    }

    synchronized boolean isDue() {
        return !clock.instant().isBefore(due);
    }

    /** A checkpoint is being written. */
    synchronized void begin() {
        begun = clock.instant();
    }

    /** It is written. */
    synchronized void end() {
        Instant now = clock.instant();
        Duration pause = Duration.between(begun, now).multipliedBy(TIMES_ITS_COST);
        due = now.plus(pause.compareTo(interval) > 0 ? pause : interval);
    }
}
