package dev.feedforward.training;

import java.time.Duration;
import java.time.Instant;

/** When a job's next checkpoint is due: so often that little is lost, and so seldom that it costs little. */
final class CheckpointTiming {

    /**
     * A checkpoint that took a second is followed by 100 s without: 1 % of the time, and some for what it displaces.
     */
    private static final int TIMES_ITS_COST = 100;

    private final Duration interval;
    private Instant begun;
    private Instant due;

    /**
     * The timing of a job that is taken up now.
     *
     * @param interval the least time between two checkpoints
     */
    CheckpointTiming(Duration interval, Instant now) {
        this.interval = interval;
        begun = now;
        due = now.plus(interval);
    }

    synchronized boolean isDue(Instant now) {
        return !now.isBefore(due);
    }

    /** A checkpoint is being written. */
    synchronized void begin(Instant now) {
        begun = now;
    }

    /** It is written. */
    synchronized void end(Instant now) {
        Duration pause = Duration.between(begun, now).multipliedBy(TIMES_ITS_COST);
        due = now.plus(pause.compareTo(interval) > 0 ? pause : interval);
    }
}
