package dev.feedforward.training;

import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import jakarta.annotation.PostConstruct;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * Runs jobs in the order in which they came, a few at a time.
 *
 * <p>The database has every job before it is answered for. What waits or runs when the service goes down, by its own
 * will or not, starts again with the service.
 */
@Component
class JobQueue {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    /** Longer than an iteration takes, but for the largest networks. */
    private static final Duration CANCELLING = Duration.ofSeconds(1);

    private static final Duration STARTING_AGAIN = Duration.ofSeconds(5);
    private static final Duration CLOSING = Duration.ofSeconds(3);
    private static final Logger log = LoggerFactory.getLogger(JobQueue.class);

    private final JobRepository jobs;
    private final JobRunner runner;
    private final Clock clock;
    private final int maxWaiting;
    private final ExecutorService workers;
    private final Map<Long, JobRun> runs = new ConcurrentHashMap<>();
    private final AtomicInteger waiting = new AtomicInteger();

    JobQueue(JobRepository jobs, JobRunner runner, Clock clock, TrainingLimits limits, TrainingProperties properties) {
        this.jobs = jobs;
        this.runner = runner;
        this.clock = clock;
        maxWaiting = limits.queuedJobs();
        workers = Executors.newFixedThreadPool(properties.workers(), new CustomizableThreadFactory("training-"));
    }

    /** Takes up the jobs that had not ended when the service went down. */
    @PostConstruct
    void resume() {
        for (long id : jobs.findUnfinished()) {
            waiting.incrementAndGet();
            enqueue(id);
        }
    }

    /**
     * Queues a job. Once this returns, the job survives anything.
     *
     * @param recipe what to train
     * @throws ServiceException if too many jobs are waiting
     */
    Job submit(Recipe recipe) {
        if (workers.isShutdown()) {
            throw new ServiceException(
                    ProblemType.UNAVAILABLE,
                    "The service is shutting down.",
                    "Try again when it has been started again.",
                    RETRY_AFTER);
        }
        if (waiting.incrementAndGet() > maxWaiting) {
            waiting.decrementAndGet();
            throw new ServiceException(
                    ProblemType.QUEUE_FULL,
                    "%d jobs are waiting, and no more may.".formatted(maxWaiting),
                    "Try again after a job has ended, or cancel one with POST /jobs/{id}/cancel.",
                    RETRY_AFTER);
        }
        long id = insert(recipe);
        enqueue(id);
        return find(id);
    }

    private long insert(Recipe recipe) {
        try {
            return jobs.insert(recipe, clock.instant());
        } catch (RuntimeException e) {
            waiting.decrementAndGet();
            throw e;
        }
    }

    private void enqueue(long id) {
        JobRun run = new JobRun(id);
        runs.put(id, run);
        workers.execute(() -> work(run));
    }

    /** Runs a job; again and again where the database, a full disk say, takes nothing in. */
    private void work(JobRun run) {
        leaveQueue(run);
        try {
            runner.run(run);
            end(run);
        } catch (RuntimeException e) {
            log.error("Job {} could not be stored and starts again in {} s", run.id(), STARTING_AGAIN.toSeconds(), e);
            CompletableFuture.delayedExecutor(STARTING_AGAIN.toSeconds(), TimeUnit.SECONDS, workers)
                    .execute(() -> work(run));
        }
    }

    private void leaveQueue(JobRun run) {
        if (run.leaveQueue()) {
            waiting.decrementAndGet();
        }
    }

    private void end(JobRun run) {
        runs.remove(run.id());
        run.over().complete(null);
    }

    /**
     * The job as it is at this moment.
     *
     * @throws ServiceException if there is no such job
     */
    Job find(long id) {
        return observe(jobs.find(id).orElseThrow(() -> notFound(id)));
    }

    /** {@code job}, with how far it is at this moment. */
    Job observe(Job job) {
        JobRun run = runs.get(job.id());
        return run == null ? job : run.observe(job, clock.instant());
    }

    /** Done when the job has ended; at once if it has already. */
    CompletableFuture<Void> whenOver(long id) {
        JobRun run = runs.get(id);
        return run == null ? CompletableFuture.completedFuture(null) : run.over();
    }

    /** Whether the job waits or runs in this process. */
    boolean runsHere(long id) {
        return runs.containsKey(id);
    }

    /** The first points after an iteration of a job that runs here; nothing if it does not. */
    Optional<CostHistory> pointsAfter(long id, long iteration, int maxPoints) {
        return Optional.ofNullable(runs.get(id)).map(run -> run.historyAfter(iteration, maxPoints));
    }

    /** The points so far of a job that runs here; an empty history if it does not. */
    CostHistory historySoFar(long id) {
        JobRun run = runs.get(id);
        return (run == null ? new JobRun(id) : run).history();
    }

    /**
     * Cancels a job: a queued one at once, a running one before its next iteration.
     *
     * @throws ServiceException if there is no such job or it has ended
     */
    Job cancel(long id) {
        Job job = find(id);
        if (job.status().isEnded()) {
            throw wrongState(job, "cancelled", "Nothing is left to do.");
        }
        JobRun run = runs.get(id);
        boolean neverRan = jobs.cancelQueued(id, clock.instant());
        if (run != null && neverRan) {
            leaveQueue(run);
            end(run);
        } else if (run != null) {
            run.cancel();
            run.over()
                    .copy()
                    .completeOnTimeout(null, CANCELLING.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        }
        return find(id);
    }

    /**
     * Deletes an ended job and its history.
     *
     * @throws ServiceException if there is no such job or it has not ended
     */
    void delete(long id) {
        if (!jobs.deleteEnded(id)) {
            throw wrongState(find(id), "deleted", "Cancel it first with POST /jobs/%d/cancel.".formatted(id));
        }
    }

    /** Hands back what waits and runs as soon as the service begins to close, so that nobody waits for it. */
    @EventListener(ContextClosedEvent.class)
    void close() throws InterruptedException {
        workers.shutdown();
        runs.values().forEach(JobRun::handBack);
        runs.values().forEach(run -> run.over().complete(null));
        if (!workers.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS)) {
            log.warn("Leaving {} jobs in the middle of an iteration; they start again with the service", runs.size());
        }
    }

    private static ServiceException notFound(long id) {
        return new ServiceException(
                ProblemType.JOB_NOT_FOUND,
                "There is no job %d.".formatted(id),
                "GET /jobs lists the jobs that there are.");
    }

    private static ServiceException wrongState(Job job, String refused, String action) {
        return new ServiceException(
                ProblemType.WRONG_STATE,
                "Job %d is %s, so it cannot be %s."
                        .formatted(job.id(), job.status().name().toLowerCase(Locale.ROOT), refused),
                action);
    }
}
