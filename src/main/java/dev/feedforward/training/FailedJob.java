package dev.feedforward.training;

import dev.feedforward.error.Addressed;
import dev.feedforward.error.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;

/** The problem of a failed job, as the answer to a caller who waited for it. {@code instance} is the job's path. */
@Schema(description = "The problem of a job that failed while its caller waited (RFC 9457).")
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

    static FailedJob of(Job job) {
        Problem problem = Objects.requireNonNull(job.problem());
        return new FailedJob(problem.type(), problem.title(), 422, problem.detail(), job.path(), problem.action(), job);
    }
}
