package dev.feedforward.training.queue;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.shaded.jdbc.SQLRuntimeException;
import dev.feedforward.training.job.JobTransitions;
import dev.feedforward.training.job.Ticket;
import dev.feedforward.training.worker.RunningJobs;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Puts jobs into db-scheduler's queue, and takes this instance out of the work when it closes. */
@Component
class TrainingScheduler implements DbSchedulerStarter {

    /** So long a job may take to write its last checkpoint; a container is killed 10 s after it is told to stop. */
    private static final Duration CLOSING = Duration.ofSeconds(3);

    private static final Logger log = LoggerFactory.getLogger(TrainingScheduler.class);

    private final Scheduler scheduler;
    private final Task<Void> task;
    private final InstanceName name;
    private final JobTransitions transitions;
    private final RunningJobs running;

    TrainingScheduler(
            Scheduler scheduler,
            Task<Void> trainTask,
            InstanceName name,
            JobTransitions transitions,
            RunningJobs running) {
        this.scheduler = scheduler;
        task = trainTask;
        this.name = name;
        this.transitions = transitions;
        this.running = running;
    }

    /** Takes up the jobs that wait, first of all those that this instance ran when it went down. */
    @Override
    @EventListener(ContextRefreshedEvent.class)
    public void doStart() {
        transitions.release(name.getName());
        scheduler.start();
    }

    /** Keeps clocks that were set back from holding up the queue. */
    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void putRight() {
        // Where the clock went back by an hour, db-scheduler looks for the next job in an hour, unless it is woken.
        scheduler.triggerCheckForDueExecutions();
        try {
            transitions.putRight(running.now(), TrainingSchedulerConfiguration.RETRY.multipliedBy(2));
        } catch (DataAccessException | TransactionException e) {
            log.debug("The queue is looked through when the database answers again", e);
        }
    }

    /**
     * Queues a ticket, as part of the transaction that makes it, and has it looked at once that is committed.
     *
     * @param turn the lower, the sooner it is taken up
     */
    void enqueue(Ticket ticket, long turn) {
        try {
            scheduler.schedule(
                    task.instanceBuilder(ticket.toString())
                            .priority(Math.toIntExact(-turn))
                            .build(),
                    running.now());
        } catch (SQLRuntimeException e) {
            throw new DataAccessResourceFailureException("The ticket " + ticket + " was not queued", e);
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.triggerCheckForDueExecutions();
            }
        });
    }

    /** Hands back what runs as soon as the service begins to close, so that nobody waits for it. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        scheduler.pause();
        running.close(CLOSING);
    }
}
