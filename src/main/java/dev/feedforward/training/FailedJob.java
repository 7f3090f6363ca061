package dev.feedforward.training;

import dev.feedforward.error.Addressed;
import dev.feedforward.error.Problem;
import dev.feedforward.training.job.Job;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The problem of a job that failed, or is undecided, as the answer to a caller who waited for it. {@code instance} is
 * the job's path.
 */
@Schema(description = "The problem of a job that did not come to what its caller waited for (RFC 9457).")
record FailedJob(
        @Schema(
                description = "The kind of problem: the path of a page that explains it.",
                example = "/problems/expectation-not-met")
        String type,

        @Schema(
                description = "The kind of problem in a few words.",
                example = "The training did not reach what was expected")
        String title,

        @Schema(description = "The HTTP status.", example = "422")
        int status,

        @Schema(description = "What happened this time, with the actual values.") @Addressed
        String detail,

        @Schema(description = "The job's path.", example = "/jobs/7")
        String instance,

        @Schema(description = "What to do about it.") @Addressed
        String action,

        Job job) {

    /** A job's failure is 422 whatever it would be elsewhere; that it is undecided is a state. */
    static FailedJob of(Job job, Problem problem) {
        int status = job.problem() == null ? problem.status() : 422;
        return new FailedJob(
                problem.type(), problem.title(), status, problem.detail(), job.path(), problem.action(), job);
    }
}
