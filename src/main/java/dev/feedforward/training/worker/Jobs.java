package dev.feedforward.training.worker;

import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import dev.feedforward.model.store.Model;
import dev.feedforward.model.store.Moment;
import dev.feedforward.training.job.Job;
import dev.feedforward.training.job.JobEnds;
import dev.feedforward.training.job.JobRepository;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** The jobs as they are at this moment, whichever instance trains them. */
@Component
public class Jobs {

    private final JobRepository jobs;
    private final RunningJobs running;
    private final JobEnds ends;
    private final Executor jobLookups;

    public Jobs(JobRepository jobs, RunningJobs running, JobEnds ends, Executor jobLookups) {
        this.jobs = jobs;
        this.running = running;
        this.ends = ends;
        this.jobLookups = jobLookups;
    }

    /**
     * A job once it has ended, or as it is after so many seconds; at once for none. It is looked up neither on the one
     * thread that fires all timeouts nor on one that trains: a database that is away would hold up both.
     *
     * @return fails with a {@link ServiceException} if there is no such job
     */
    public CompletableFuture<Job> find(long id, int seconds) {
        if (seconds == 0) {
            return CompletableFuture.completedFuture(id).thenApply(this::find);
        }
        return ends.of(id)
                .copy()
                .completeOnTimeout(null, seconds, TimeUnit.SECONDS)
                .thenApplyAsync(over -> find(id), jobLookups);
    }

    /**
     * One job.
     *
     * @throws ServiceException if there is no such job
     */
    public Job find(long id) {
        return jobs.find(id).map(this::observe).orElseThrow(() -> notFound(id));
    }

    private static ServiceException notFound(long id) {
        return new ServiceException(
                ProblemType.JOB_NOT_FOUND, "There is no job %d.".formatted(id), "List the jobs: curl {service}/jobs");
    }

    /**
     * One job as a list shows it, even if it is damaged how it ended.
     *
     * @throws ServiceException if there is no such job
     */
    public Job findListed(long id) {
        return list(id + 1, 1).stream()
                .filter(job -> job.id() == id)
                .findFirst()
                .orElseThrow(() -> notFound(id));
    }

    /** The jobs with ids below {@code before}, newest first. */
    public List<Job> list(long before, int limit) {
        return jobs.list(before, limit).stream().map(this::observe).toList();
    }

    /** The job that was asked for last. */
    public Optional<Job> findNewest() {
        return list(Long.MAX_VALUE, 1).stream().findFirst();
    }

    /**
     * The job that trains a model, or trained it.
     *
     * @throws ServiceException if it has been deleted
     */
    public Job findTrainer(Model model) {
        Moment moment = model.moment();
        return (moment == null ? jobs.findTrainer(model.ref()) : Optional.of(moment.job()))
                .flatMap(jobs::find)
                .map(this::observe)
                .orElseThrow(() -> new ServiceException(
                        ProblemType.ROWS_GONE,
                        "The training of %s was kept with its job, which is deleted.".formatted(model.ref()),
                        ProblemType.ROWS_GONE.remedy()));
    }

    /** Whether the job is trained in this process. */
    public boolean runsHere(long id) {
        return running.find(id).isPresent();
    }

    private Job observe(Job job) {
        return running.find(job.id()).map(run -> run.observe(job)).orElse(job);
    }
}
