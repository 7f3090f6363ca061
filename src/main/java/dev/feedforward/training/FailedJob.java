package dev.feedforward.training;

import dev.feedforward.error.Problem;
import java.util.Objects;

/** The problem of a failed job, as the answer to a caller who waited for it. {@code instance} is the job's path. */
record FailedJob(String type, String title, int status, String detail, String instance, String action, Job job) {

    static FailedJob of(Job job) {
        Problem problem = Objects.requireNonNull(job.problem());
        return new FailedJob(problem.type(), problem.title(), 422, problem.detail(), job.path(), problem.action(), job);
    }
}
