package dev.feedforward.training.worker;

import dev.feedforward.error.Problem;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import dev.feedforward.training.job.JobTransitions;
import dev.feedforward.training.job.Ticket;
import dev.feedforward.training.worker.JobRun.Order;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Runs one job from its request, or its last checkpoint, to its model. */
@Component
public class JobRunner {

    private static final Logger log = LoggerFactory.getLogger(JobRunner.class);

    private final JobTransitions transitions;
    private final RunningJobs running;
    private final RecipeTrainer trainer;
    private final JobArchive archive;

    JobRunner(JobTransitions transitions, RunningJobs running, RecipeTrainer trainer, JobArchive archive) {
        this.transitions = transitions;
        this.running = running;
        this.trainer = trainer;
        this.archive = archive;
    }

    /**
     * Runs the job until it ends, is paused, or is to be handed back.
     *
     * @return true if nothing is left to do with this ticket, false if the job is handed back with it
     * @throws DataAccessException or {@link TransactionException} if the database fails: the job is to be run again
     */
    public boolean run(Ticket ticket) {
        if (running.isClosing()) {
            return false;
        }
        Optional<JobRun> begun = transitions.start(ticket, running.now()).map(running::begin);
        begun.ifPresent(this::run);
        return begun.filter(run -> run.isTold(Order.HAND_BACK)).isEmpty();
    }

    private void run(JobRun run) {
        try {
            trainer.train(run);
            if (run.isTold(Order.HAND_BACK)) {
                transitions.handBack(run.attempt());
            }
        } catch (ServiceException e) {
            log.warn("Job {} failed: {}", run.id(), e.getMessage());
            archive.storeFailed(run, e.problem());
        } catch (DataIntegrityViolationException e) {
            fail(run, e);
        } catch (DataAccessException | TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            fail(run, e);
        } finally {
            running.end(run);
        }
    }

    private void fail(JobRun run, Throwable cause) {
        log.error("Job {} failed", run.id(), cause);
        Problem problem = new ServiceException(
                        ProblemType.TRAINING_FAILED,
                        "Job %d broke off by a fault of the service.".formatted(run.id()),
                        "Train again; if that fails too, report it with what the service's log says of job %d."
                                .formatted(run.id()))
                .problem();
        archive.storeFailed(run, problem);
    }
}
