package dev.feedforward.training.replay;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.feedforward.computing.Turns;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import dev.feedforward.memory.RequestMemory;
import dev.feedforward.training.job.Job;
import dev.feedforward.training.job.JobRepository;
import dev.feedforward.training.recipe.PreparedTraining;
import dev.feedforward.training.recipe.Recipe;
import dev.feedforward.training.worker.JobRun;
import dev.feedforward.training.worker.RunningJobs;
import dev.feedforward.training.worker.TrainingPreparation;
import dev.feedforward.training.worker.TrainingProperties;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Goes through trainings again by the recipes of their jobs. Those asked about last stay in memory for a while. */
@Component
class Replays {

    /** So long one question may take to be answered. */
    private static final Duration MOST = Duration.ofSeconds(3);

    private final JobRepository jobs;
    private final RunningJobs running;
    private final TrainingPreparation preparation;
    private final Clock steadyClock;
    private final int threads;
    private final Turns turns;

    /** Few, as a replay holds its rows, which may be many. */
    private final Cache<Long, Replay> replays = Caffeine.newBuilder()
            .maximumSize(4)
            .softValues()
            .expireAfterAccess(Duration.ofMinutes(1))
            .build();

    Replays(
            JobRepository jobs,
            RunningJobs running,
            TrainingPreparation preparation,
            Clock steadyClock,
            TrainingProperties properties,
            Turns turns) {
        this.jobs = jobs;
        this.running = running;
        this.preparation = preparation;
        this.steadyClock = steadyClock;
        threads = properties.threads();
        this.turns = turns;
    }

    /**
     * The replay of a job's training, for all who ask about it.
     *
     * @throws ServiceException if something that it needs is gone, or if trainings and other requests leave too little
     *     memory
     */
    Replay of(Job job) {
        Replay replay = Objects.requireNonNull(replays.get(job.id(), id -> begin(job)));
        RequestMemory.take(replay.bytes());
        return replay;
    }

    private Replay begin(Job job) {
        PreparedTraining training =
                running.find(job.id()).flatMap(JobRun::training).orElseGet(() -> prepare(job.id()));
        RequestMemory.require(training.bytes());
        return new Replay(
                job.id(), training, threads, new ReplayLimit(steadyClock, MOST, secondsAnIteration(job)), turns);
    }

    private PreparedTraining prepare(long job) {
        Recipe recipe = jobs.findRecipe(job).orElseThrow(() -> gone(job, "It has been deleted."));
        try {
            return preparation.of(recipe);
        } catch (ServiceException e) {
            if (e.type() == ProblemType.UNAVAILABLE || e.type() == ProblemType.TOO_LARGE_FOR_MEMORY) {
                throw e;
            }
            throw gone(job, e.problem().detail());
        }
    }

    private double secondsAnIteration(Job job) {
        long iterations = job.progress().iteration();
        return iterations == 0 ? 0.0 : jobs.trained(job.id()).toNanos() / 1e9 / iterations;
    }

    private static ServiceException gone(long job, String why) {
        return new ServiceException(
                ProblemType.ROWS_GONE,
                "The training of job %d cannot be gone through again: %s".formatted(job, why),
                ProblemType.ROWS_GONE.remedy());
    }
}
