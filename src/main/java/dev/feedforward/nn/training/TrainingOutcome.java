package dev.feedforward.nn.training;

/**
 * How a training ended.
 *
 * @param iterations corrections of the weights that were made
 * @param epochs passes over the training rows that were completed
 */
public record TrainingOutcome(StopReason reason, long iterations, long epochs) {

    /** What ended a training. */
    public enum StopReason {
        /** All iterations are done. */
        ITERATIONS,
        /** The listener wanted no more. */
        CANCELLED,
        /**
         * The loss was no longer a finite number. The weights are those of the last recorded point, or of the best
         * epoch.
         */
        DIVERGED,
        /** The loss fell no more for as many epochs as patience allows. */
        EARLY_STOPPING,
        /** The cost was low enough. */
        STOP_AT_COST
    }
}
