package dev.feedforward.training;

import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import dev.feedforward.training.job.Job;
import dev.feedforward.training.job.JobTransitions;
import dev.feedforward.training.queue.JobQueue;
import dev.feedforward.training.worker.JobRun.Order;
import dev.feedforward.training.worker.Jobs;
import dev.feedforward.training.worker.RunningJobs;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * What people do to a job. The database is told first, and then the worker: in this process at once, elsewhere as soon
 * as it looks.
 */
@Component
class JobControl {

    /** So long an answer waits for a worker in this process to stop; it has been told, and will, in any case. */
    private static final long SETTLING_MILLIS = 80;

    private final Jobs jobs;
    private final JobTransitions transitions;
    private final JobQueue queue;
    private final RunningJobs running;
    private final Clock clock;

    JobControl(Jobs jobs, JobTransitions transitions, JobQueue queue, RunningJobs running, Clock clock) {
        this.jobs = jobs;
        this.transitions = transitions;
        this.queue = queue;
        this.running = running;
        this.clock = clock;
    }

    /**
     * Cancels a job: a running one before its next iteration.
     *
     * @throws ServiceException if there is no such job or it has ended
     */
    Job cancel(long id) {
        if (!transitions.cancel(id, clock.instant())) {
            throw wrongState(id, "cancelled", "Nothing is left to do.");
        }
        return settle(id, Order.CANCEL);
    }

    /**
     * Pauses a job: a running one before its next iteration.
     *
     * @throws ServiceException if there is no such job, or it has ended or is paused already
     */
    Job pause(long id) {
        if (!transitions.pause(id)) {
            throw wrongState(id, "paused", "Only a job that waits or runs can be.");
        }
        return settle(id, Order.PAUSE);
    }

    /**
     * Queues a paused job again.
     *
     * @throws ServiceException if there is no such job or it is not paused
     */
    Job resume(long id) {
        if (!queue.resume(id)) {
            throw wrongState(id, "resumed", "Only a paused job can be.");
        }
        return jobs.find(id);
    }

    /**
     * Deletes an ended job and its history.
     *
     * @throws ServiceException if there is no such job or it has not ended
     */
    void delete(long id) {
        if (!transitions.deleteEnded(id)) {
            throw wrongState(id, "deleted", "Cancel it first: curl -X POST {service}/jobs/%d/cancel".formatted(id));
        }
    }

    private Job settle(long id, Order order) {
        running.find(id).ifPresent(run -> {
            run.order(order);
            run.over()
                    .copy()
                    .completeOnTimeout(null, SETTLING_MILLIS, TimeUnit.MILLISECONDS)
                    .join();
        });
        return jobs.find(id);
    }

    private ServiceException wrongState(long id, String refused, String action) {
        Job job = jobs.find(id);
        return new ServiceException(
                ProblemType.WRONG_STATE,
                "Job %d is %s, so it cannot be %s.".formatted(id, job.status().label(), refused),
                action);
    }
}
