package dev.feedforward.training;

/** Where a job stands: queued → running → succeeded, failed or cancelled; a queued job can be cancelled as well. */
enum JobStatus {
    QUEUED,
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED;

    /** Whether nothing happens to the job any more. */
    boolean isEnded() {
        return this == SUCCEEDED || this == FAILED || this == CANCELLED;
    }
}
