package dev.feedforward.training.queue;

import dev.feedforward.dataset.store.DatasetUses;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import dev.feedforward.model.store.ModelRef;
import dev.feedforward.model.store.ModelUses;
import dev.feedforward.training.job.JobRepository;
import dev.feedforward.training.job.JobRepository.Earlier;
import dev.feedforward.training.job.JobTransitions;
import dev.feedforward.training.job.Submission;
import dev.feedforward.training.job.Ticket;
import dev.feedforward.training.recipe.Recipe;
import dev.feedforward.training.recipe.TrainingLimits;
import dev.feedforward.training.worker.JobRun;
import dev.feedforward.training.worker.RunningJobs;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Queues jobs. The database has a job, and its ticket, before it is answered for. */
@Component
public class JobQueue {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final JobRepository jobs;
    private final JobTransitions transitions;
    private final DatasetUses datasets;
    private final ModelUses models;
    private final TrainingScheduler scheduler;
    private final RunningJobs running;
    private final TrainingLimits limits;

    JobQueue(
            JobRepository jobs,
            JobTransitions transitions,
            DatasetUses datasets,
            ModelUses models,
            TrainingScheduler scheduler,
            RunningJobs running,
            TrainingLimits limits) {
        this.jobs = jobs;
        this.transitions = transitions;
        this.datasets = datasets;
        this.models = models;
        this.scheduler = scheduler;
        this.running = running;
        this.limits = limits;
    }

    /**
     * Queues a job, or finds the one that was queued with the same key before. Once this returns, the job survives
     * anything.
     *
     * @param recipe what to train
     * @return the job's id
     * @throws ServiceException if too many jobs are waiting, if the key came with another body before, or if the data
     *     set or the model to go on from is gone
     */
    @Transactional
    public long submit(Recipe recipe, Submission submission) {
        return submit(recipe, submission, () -> {});
    }

    /**
     * The same; what is done along with queueing holds if and only if this job is queued, now.
     *
     * @param along is left out where a job was queued with the same key before
     */
    @Transactional
    public long submit(Recipe recipe, Submission submission, Runnable along) {
        return earlier(submission)
                .or(() -> queue(recipe, submission, along))
                // Another try with the same key came first by an instant.
                .or(() -> earlier(submission))
                .orElseThrow(() -> gone(recipe));
    }

    /** Whether a job was queued with this key before; null is none. */
    public boolean isUsed(@Nullable String idempotencyKey) {
        return idempotencyKey != null && jobs.findByKey(idempotencyKey).isPresent();
    }

    /**
     * The job that was queued with the same key before.
     *
     * @throws ServiceException if that came with another body
     */
    public Optional<Long> earlier(Submission submission) {
        Optional<Earlier> found =
                Optional.ofNullable(submission.idempotencyKey()).flatMap(jobs::findByKey);
        if (found.filter(job -> !job.bodyDigest().equals(submission.bodyDigest()))
                .isPresent()) {
            throw new ServiceException(
                    ProblemType.CONFLICT,
                    "The Idempotency-Key \"%s\" started job %d, with another body."
                            .formatted(submission.idempotencyKey(), found.get().job()),
                    "Send the same body again, byte for byte, or choose another key.");
        }
        return found.map(Earlier::job);
    }

    /**
     * Refuses at once a client whose job would not be queued in the end.
     *
     * @throws ServiceException if too many jobs are waiting, or none is taken any more
     */
    public void admit(String client) {
        if (running.isClosing()) {
            throw new ServiceException(
                    ProblemType.UNAVAILABLE,
                    "The service is shutting down.",
                    "Try again when it has been started again.",
                    RETRY_AFTER);
        }
        admit(jobs.countQueued(client), limits.queuedJobs(), "jobs of yours are waiting");
        admit(jobs.countQueued(), limits.queuedJobsInAll(), "jobs are waiting");
    }

    private Optional<Long> queue(Recipe recipe, Submission submission, Runnable along) {
        admit(submission.client());
        Long dataset = recipe.datasetId();
        if (dataset != null && !datasets.take(dataset)) {
            return Optional.empty();
        }
        long turn = jobs.nextTurn(submission.client());
        Optional<Long> id = jobs.insert(recipe, submission, turn);
        id.ifPresent(job -> {
            scheduler.enqueue(new Ticket(job, 1), turn);
            along.run();
            requireStart(recipe.from());
        });
        return id;
    }

    /**
     * Looks once more for the model to go on from. After all data sets are taken, so that nobody waits for the other.
     */
    private void requireStart(@Nullable ModelRef model) {
        if (model == null) {
            return;
        }
        models.take(model.name());
        if (!models.isThere(model)) {
            throw new ServiceException(
                    ProblemType.MODEL_NOT_FOUND,
                    "The model %s was deleted just now.".formatted(model),
                    ProblemType.MODEL_NOT_FOUND.remedy());
        }
    }

    private static ServiceException gone(Recipe recipe) {
        return new ServiceException(
                ProblemType.DATASET_NOT_FOUND,
                "The data set \"%s\" was deleted just now."
                        .formatted(Objects.requireNonNull(recipe.dataset()).name()),
                ProblemType.DATASET_NOT_FOUND.remedy());
    }

    private static void admit(int waiting, int limit, String what) {
        if (waiting >= limit) {
            throw new ServiceException(
                    ProblemType.QUEUE_FULL,
                    "%d %s, and no more may.".formatted(waiting, what),
                    "Try again after a job has ended, or cancel one by its number: curl -X POST {service}/jobs/ID/cancel",
                    RETRY_AFTER);
        }
    }

    /**
     * Queues a paused job again, behind those of its client. A job that stands still as nothing can be stored tries
     * again at once.
     *
     * @return false if the job is not paused, or is not there at all
     */
    @Transactional
    public boolean resume(long id) {
        return requeue(id) || tryAgain(id);
    }

    private boolean tryAgain(long id) {
        Optional<JobRun> still = running.find(id).filter(JobRun::standsStill);
        still.ifPresent(JobRun::tryAgain);
        return still.isPresent();
    }

    private boolean requeue(long id) {
        long turn = jobs.nextTurnOfResumed(id);
        Optional<Ticket> ticket = transitions.resume(id, turn);
        ticket.ifPresent(next -> scheduler.enqueue(next, turn));
        return ticket.isPresent();
    }
}
