package dev.feedforward.training.job;

import java.util.Locale;

/**
 * Where a job stands: queued → running → succeeded, failed or cancelled. What has not ended can be paused, which queues
 * it again when it is resumed, and cancelled.
 */
public enum JobStatus {
    /** Stored with a ticket, and waits for a worker: new, resumed, or given back by a worker that closes. */
    QUEUED,
    /** A worker trains it; or did, and died, in which case another takes it up. */
    RUNNING,
    /** Somebody paused it, and nobody trains it until it is resumed, from its last checkpoint. */
    PAUSED,
    /** Trained to its end, whatever ended it, and its model is stored. */
    SUCCEEDED,
    /** Its numbers diverged, it did not come to what was expected of it, or it could not be trained. */
    FAILED,
    /** Somebody cancelled it; its cost history so far is kept, and there is no model. */
    CANCELLED;

    /** The status of the name that {@link #label()} gives. */
    static JobStatus of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    /** As the database and the people who ask have it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether nothing happens to the job any more. */
    public boolean isEnded() {
        return this == SUCCEEDED || this == FAILED || this == CANCELLED;
    }
}
