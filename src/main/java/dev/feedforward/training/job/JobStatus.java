package dev.feedforward.training.job;

import java.util.Locale;

/**
 * Where a job stands: queued → running → succeeded, failed or cancelled. What has not ended can be paused, which queues
 * it again when it is resumed, and cancelled.
 */
public enum JobStatus {
    QUEUED,
    RUNNING,
    PAUSED,
    SUCCEEDED,
    FAILED,
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
