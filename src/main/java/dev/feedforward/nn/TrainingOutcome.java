package dev.feedforward.nn;

/**
 * How a training ended.
 *
 * @param iterations corrections of the weights that the trained network has seen
 */
public record TrainingOutcome(StopReason reason, long iterations) {

    /** What ended a training. */
    public enum StopReason {
        /** All iterations are done. */
        ITERATIONS,
        /** The listener wanted no more. */
        CANCELLED,
        /** The loss was no longer a finite number. The weights are those of the last recorded point that was. */
        DIVERGED
    }
}
