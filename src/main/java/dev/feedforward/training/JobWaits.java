package dev.feedforward.training;

import dev.feedforward.memory.MemoryBudget.Reservation;
import dev.feedforward.memory.MemoryRefusedException;
import dev.feedforward.memory.RequestMemory;
import dev.feedforward.training.job.Job;
import dev.feedforward.training.job.JobRepository;
import dev.feedforward.training.job.JobStatus;
import dev.feedforward.training.recipe.Recipe;
import dev.feedforward.training.worker.Jobs;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.stereotype.Component;

/** Answers those who wait for jobs, as soon as there is something to tell them. */
@Component
class JobWaits {

    private final Jobs jobs;
    private final JobRepository repository;

    JobWaits(Jobs jobs, JobRepository repository) {
        this.jobs = jobs;
        this.repository = repository;
    }

    /**
     * The answer to one who has submitted a job: at once, or once it has ended or the time is over. That it is stored
     * is told even where there is no memory for all that could be told of it.
     */
    CompletableFuture<JobAnswer> answerToSubmission(long id, Wait waiting) {
        CompletableFuture<JobAnswer> answer =
                waiting.isWanted() ? answer(id, waiting) : jobs.find(id, 0).thenApply(JobAnswer::accepted);
        return answer.exceptionally(failure -> answerInShort(id, waiting, failure));
    }

    private JobAnswer answerInShort(long id, Wait waiting, Throwable failure) {
        if (!(failure.getCause() instanceof MemoryRefusedException)) {
            throw new CompletionException(failure.getCause());
        }
        Job job = jobs.findListed(id);
        return waiting.isWanted() && job.status() != JobStatus.SUCCEEDED
                ? answer(job, waiting)
                : JobAnswer.accepted(job);
    }

    /**
     * The same to one who looks at a job.
     *
     * @throws dev.feedforward.error.ServiceException if there is no such job
     */
    CompletableFuture<JobAnswer> answerToLook(long id, Wait waiting) {
        Job job = jobs.find(id);
        return waiting.isWanted() ? answer(id, waiting) : CompletableFuture.completedFuture(JobAnswer.seen(job));
    }

    /** Worked out where the job was looked up: neither on the thread that trained it nor on the one of all timeouts. */
    private CompletableFuture<JobAnswer> answer(long id, Wait waiting) {
        return jobs.find(id, waiting.seconds()).thenApply(job -> answer(job, waiting));
    }

    private JobAnswer answer(Job job, Wait waiting) {
        // The recipe may be large: it is read only where the answer depends on it.
        boolean undecided = job.problem() == null && job.status() != JobStatus.SUCCEEDED;
        return JobAnswer.waited(job, waiting, undecided && expects(job.id()));
    }

    private boolean expects(long id) {
        try (Reservation passing = RequestMemory.passing()) {
            return repository.findRecipe(id).map(Recipe::expect).isPresent();
        }
    }
}
