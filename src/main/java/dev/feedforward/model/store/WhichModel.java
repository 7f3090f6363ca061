package dev.feedforward.model.store;

import dev.feedforward.error.ProblemType;
import dev.feedforward.error.Problems;
import dev.feedforward.error.ServiceException;
import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Which model a call is about: the parameters of all calls that ask one.
 *
 * @param model its name; null for the model trained last
 * @param version null for the newest
 * @param job the job whose network is meant, in place of a model; or null
 * @param iteration the network as it was before the correction of this iteration; null for as it is now
 */
@Problems({
    ProblemType.MODEL_NOT_FOUND,
    ProblemType.JOB_NOT_FOUND,
    ProblemType.NO_MODEL_YET,
    ProblemType.ONLY_FAILED_MODELS,
    ProblemType.WRONG_STATE,
    ProblemType.ROWS_GONE,
    ProblemType.REPLAY_TOO_LONG,
    ProblemType.UNAVAILABLE
})
public record WhichModel(
        @Parameter(
                description = "The model's name; where it is left out, the model trained last by a job that did not"
                        + " fail.",
                example = "course")
        @Nullable
        String model,

        @Parameter(
                description = "The model's version; where it is left out, the newest that comes of a job that did not"
                        + " fail.")
        @Nullable
        Integer version,

        @Parameter(
                description = "A job's number, in place of a model: its network as it is right now, be it running,"
                        + " paused or ended.")
        @Nullable
        Long job,

        @Parameter(
                description = "The network as it was in its training before the correction of this iteration, 0 for the"
                        + " first weights; found by training again up to there, to the same bits.")
        @Nullable
        Long iteration) {

    /** Whether a network is meant as it is or was at some moment of a training. */
    boolean isOfTraining() {
        return job != null || iteration != null;
    }

    /** @throws ServiceException if the parameters contradict each other, or count from below 0 */
    void check() {
        if (job != null && (model != null || version != null)) {
            throw new ServiceException(
                    ProblemType.INVALID_PARAMETER,
                    "job=%d names a network, and %s another."
                            .formatted(job, model != null ? "model=" + model : "version=" + version),
                    "Name either a job, or a model and its version.");
        }
        if (iteration != null && iteration < 0) {
            throw new ServiceException(
                    ProblemType.INVALID_PARAMETER,
                    "iteration=%d is before the training.".formatted(iteration),
                    "Iterations count from 0, which stands for the first weights.");
        }
    }
}
