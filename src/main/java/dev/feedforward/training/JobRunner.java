package dev.feedforward.training;

import dev.feedforward.error.Problem;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Runs one job from its request to its model. */
@Component
class JobRunner {

    private static final Logger log = LoggerFactory.getLogger(JobRunner.class);

    private final JobRepository jobs;
    private final JobArchive archive;
    private final RecipeTrainer trainer;
    private final Clock clock;

    JobRunner(JobRepository jobs, JobArchive archive, RecipeTrainer trainer, Clock clock) {
        this.jobs = jobs;
        this.archive = archive;
        this.trainer = trainer;
        this.clock = clock;
    }

    /**
     * Runs the job to its end, unless it was cancelled or handed back while it waited.
     *
     * @throws DataAccessException or {@link TransactionException} if the database fails: the job is to be run again
     */
    void run(JobRun run) {
        Instant now = clock.instant();
        if (run.isHandedBack() || !jobs.start(run.id(), now)) {
            return;
        }
        run.started(now);
        try {
            trainer.train(run, jobs.recipe(run.id()));
        } catch (DataAccessException | TransactionException e) {
            throw e;
        } catch (RuntimeException | OutOfMemoryError e) {
            log.error("Job {} failed", run.id(), e);
            archive.storeFailed(run, fault(run, e));
        }
    }

    private static Problem fault(JobRun run, Throwable cause) {
        return new ServiceException(
                        ProblemType.TRAINING_FAILED,
                        "Job %d ended by a fault of the service: %s.".formatted(run.id(), cause),
                        "Look for job %d in the service's log, and train again.".formatted(run.id()))
                .problem();
    }
}
