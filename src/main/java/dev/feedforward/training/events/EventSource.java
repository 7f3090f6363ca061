package dev.feedforward.training.events;

import dev.feedforward.training.history.CostHistory;
import dev.feedforward.training.job.Job;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;

/**
 * Where the events of jobs come from. What is in memory is there at once; what is in the database comes when the
 * database has answered, and fails when it does.
 *
 * @param here whether a job's points are in memory
 * @param jobs a job as it is at this moment; throws a ServiceException if there is none
 * @param database where the database is asked, as that may take long
 */
record EventSource(LongPredicate here, LongFunction<Job> jobs, Points points, Executor database) {

    /** Part of a job's cost history. */
    @FunctionalInterface
    interface Points {

        /** The points after an iteration, oldest first, at most {@code maxPoints}. */
        CostHistory after(long job, long afterIteration, int maxPoints);
    }

    boolean isHere(long job) {
        return here.test(job);
    }

    CompletableFuture<Job> job(long job) {
        return CompletableFuture.supplyAsync(() -> jobs.apply(job), database);
    }

    /** The first points after an iteration, as an event. */
    CompletableFuture<CostEvent> cost(long job, long afterIteration, EventWriter writer) {
        return CompletableFuture.supplyAsync(
                () -> CostEvent.of(points.after(job, afterIteration, CostEvent.MAX_POINTS), writer),
                isHere(job) ? Runnable::run : database);
    }
}
