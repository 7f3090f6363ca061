package dev.feedforward.training;

import dev.feedforward.error.Problem;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import dev.feedforward.training.job.Job;
import dev.feedforward.training.job.JobStatus;
import dev.feedforward.training.job.Progress;
import java.util.Map;

/**
 * The answer to a caller who waited for a job: whether it came to what was asked for can be read off its status alone.
 *
 * @param status of HTTP
 * @param headers besides the type and the place
 * @param body the job, or its problem
 * @param isProblem which of the two
 */
record JobAnswer(int status, Map<String, String> headers, Object body, boolean isProblem) {

    private static final Map<String, String> LOOK_AGAIN = Map.of("Retry-After", "1");

    /** To one who did not wait for a job that was stored, or waited in vain, with nothing at stake. */
    static JobAnswer accepted(Job job) {
        return new JobAnswer(202, LOOK_AGAIN, job, false);
    }

    /** To one who looks at a job, whatever has become of it. */
    static JobAnswer seen(Job job) {
        return new JobAnswer(200, Map.of(), job, false);
    }

    /**
     * To one who waited.
     *
     * @param job as it is by now
     * @param expects whether the request said what is to come of it
     */
    static JobAnswer waited(Job job, Wait waiting, boolean expects) {
        Problem failure = job.problem();
        boolean ended = job.status().isEnded();
        if (failure == null && expects && job.status() != JobStatus.SUCCEEDED) {
            return problem(job, undecided(job), ended, waiting);
        }
        if (!ended) {
            return accepted(job);
        }
        return failure == null
                ? new JobAnswer(200, applied(waiting), job, false)
                : problem(job, failure, true, waiting);
    }

    private static JobAnswer problem(Job job, Problem problem, boolean ended, Wait waiting) {
        FailedJob body = FailedJob.of(job, problem);
        return new JobAnswer(body.status(), ended ? applied(waiting) : Map.of(), body, true);
    }

    private static Map<String, String> applied(Wait waiting) {
        return waiting.isPreference() ? Map.of("Preference-Applied", "wait=" + waiting.seconds()) : Map.of();
    }

    private static Problem undecided(Job job) {
        Progress progress = job.progress();
        String cancelled = "Job %d was cancelled at iteration %d of %d, so what was expected of it was never decided.";
        String going = "Job %d is %s, at iteration %d of %d, so what was expected of it is not decided yet.";
        return new ServiceException(
                        ProblemType.EXPECTATION_UNDECIDED,
                        job.status() == JobStatus.CANCELLED
                                ? cancelled.formatted(job.id(), progress.iteration(), progress.iterations())
                                : going.formatted(
                                        job.id(), job.status().label(), progress.iteration(), progress.iterations()),
                        switch (job.status()) {
                            case CANCELLED -> "Send the request again.";
                            case PAUSED ->
                                "Let it go on, and wait for it: curl -X POST {service}/jobs/%d/resume"
                                        .formatted(job.id());
                            default ->
                                "Wait on: curl -sS --fail-with-body '{service}/jobs/%d?wait=60'".formatted(job.id());
                        })
                .problem();
    }
}
