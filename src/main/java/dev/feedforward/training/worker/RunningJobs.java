package dev.feedforward.training.worker;

import dev.feedforward.training.job.Attempt;
import dev.feedforward.training.job.JobEnds;
import dev.feedforward.training.job.JobStatus;
import dev.feedforward.training.job.JobTransitions;
import dev.feedforward.training.job.JobTransitions.Standing;
import dev.feedforward.training.worker.JobRun.Order;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** The jobs that are trained in this process, kept in step with what the database says of them. */
@Component
public class RunningJobs {

    private static final Logger log = LoggerFactory.getLogger(RunningJobs.class);

    private final JobTransitions transitions;
    private final JobEnds ends;
    private final Clock clock;
    private final Clock steadyClock;
    private final Duration checkpointEvery;
    private final Map<Long, JobRun> runs = new ConcurrentHashMap<>();
    private volatile boolean closing;

    public RunningJobs(
            JobTransitions transitions, JobEnds ends, Clock clock, Clock steadyClock, TrainingProperties properties) {
        this.transitions = transitions;
        this.ends = ends;
        this.clock = clock;
        this.steadyClock = steadyClock;
        checkpointEvery = properties.checkpointEvery();
    }

    /** A worker begins to work on a job. */
    public JobRun begin(Attempt attempt) {
        JobRun run = new JobRun(attempt, clock, steadyClock, checkpointEvery);
        JobRun replaced = runs.put(run.id(), run);
        if (replaced != null) {
            replaced.order(Order.DROP);
        }
        if (closing) {
            run.order(Order.HAND_BACK);
        }
        return run;
    }

    /** A worker is done with a job. */
    public void end(JobRun run) {
        runs.remove(run.id(), run);
        run.over().complete(null);
        ends.check(run.id());
    }

    public Optional<JobRun> find(long id) {
        return Optional.ofNullable(runs.get(id));
    }

    /** The time of day. */
    public Instant now() {
        return clock.instant();
    }

    /** Whether no job is to be begun any more. */
    public boolean isClosing() {
        return closing;
    }

    /** Has every job handed back; waits up to {@code patience} until that is done. */
    public void close(Duration patience) {
        closing = true;
        CompletableFuture<?>[] ends = runs.values().stream()
                .peek(run -> run.order(Order.HAND_BACK))
                .map(JobRun::over)
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(ends)
                .completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        if (!runs.isEmpty()) {
            log.warn("Leaving {} in the middle of an iteration; they go on from their last checkpoints", runs.keySet());
        }
    }

    /** Has the checkpoints written that are due. */
    @Scheduled(fixedDelay = 100, timeUnit = TimeUnit.MILLISECONDS)
    void checkpoint() {
        runs.values().forEach(JobRun::checkpointIfDue);
    }

    /** Passes on what was done to jobs through another instance, or by those who took them over. */
    @Scheduled(fixedDelay = 300, timeUnit = TimeUnit.MILLISECONDS)
    void compare() {
        List<JobRun> asked = List.copyOf(runs.values());
        try {
            Map<Long, Standing> standings =
                    transitions.standings(asked.stream().map(JobRun::id).toList());
            asked.forEach(run -> tell(run, standings.get(run.id())));
        } catch (DataAccessException | TransactionException e) {
            // Whoever has something to write stands still and says so; what is asked here is asked again.
            log.debug("The database does not say where the jobs stand", e);
        }
    }

    private static void tell(JobRun run, @Nullable Standing standing) {
        if (standing == null || standing.attempt().number() > run.attempt().number()) {
            run.order(Order.DROP);
        } else if (standing.status() == JobStatus.PAUSED || standing.status() == JobStatus.QUEUED) {
            // Queued under a worker that trains it: paused and resumed in between, it waits with a new ticket.
            run.order(Order.PAUSE);
        } else if (standing.status() == JobStatus.CANCELLED) {
            run.order(Order.CANCEL);
        }
    }
}
