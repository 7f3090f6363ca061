package dev.feedforward.training.replay;

import dev.feedforward.computing.Turns;
import dev.feedforward.database.server.DatabaseWait;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import dev.feedforward.memory.RequestMemory;
import dev.feedforward.training.history.CostHistoryRepository;
import dev.feedforward.training.history.CostPoint;
import dev.feedforward.training.job.Job;
import dev.feedforward.training.recipe.PreparedTraining;
import dev.feedforward.training.worker.CheckpointRepository;
import dev.feedforward.training.worker.JobRun;
import dev.feedforward.training.worker.RunningJobs;
import dev.feedforward.training.worker.Snapshot;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The networks of jobs that have not ended, as they are now: trained here, trained elsewhere or not being trained. */
@Component
class Snapshots {

    private final RunningJobs running;
    private final CheckpointRepository checkpoints;
    private final CostHistoryRepository histories;
    private final Replays replays;
    private final Turns turns;

    Snapshots(
            RunningJobs running,
            CheckpointRepository checkpoints,
            CostHistoryRepository histories,
            Replays replays,
            Turns turns) {
        this.running = running;
        this.checkpoints = checkpoints;
        this.histories = histories;
        this.replays = replays;
        this.turns = turns;
    }

    /**
     * The network of a job that has not ended; nothing if its training, or this worker's part of it, is over in the
     * meantime, so that it is to be looked for anew.
     *
     * @throws ServiceException if the training does not come to its next iteration in time, or if there is no memory
     *     for a copy
     */
    Optional<Snapshot> now(Job job) {
        Optional<JobRun> run = running.find(job.id());
        Optional<PreparedTraining> training = run.flatMap(JobRun::training);
        return training.isPresent() ? live(run.get(), training.get()) : stored(job);
    }

    private Optional<Snapshot> live(JobRun run, PreparedTraining training) {
        RequestMemory.take(Snapshot.bytes(training.recipe()));
        CompletableFuture<Snapshot> seen = run.look();
        turns.rest();
        boolean came = DatabaseWait.await(CompletableFuture.anyOf(seen, run.over()));
        run.leave(seen);
        if (!came) {
            throw new ServiceException(
                    ProblemType.UNAVAILABLE,
                    "The training of job %d has not come to its next iteration in time.".formatted(run.id()),
                    "Try again in a moment.",
                    Duration.ofSeconds(1));
        }
        turns.goOn();
        return Optional.ofNullable(seen.getNow(null));
    }

    /** The network at the job's last checkpoint, or with its first weights; nothing where it has ended meanwhile. */
    private Optional<Snapshot> stored(Job job) {
        Replay replay = replays.of(job);
        long iteration = job.progress().iteration();
        if (iteration == 0 || replay.keeps(iteration)) {
            return Optional.of(replay.at(iteration));
        }
        return checkpoints.find(job.id()).map(found -> {
            replay.keep(found, lastPoint(job, found.iteration() - replay.recordEvery()));
            return replay.at(found.iteration());
        });
    }

    private @Nullable CostPoint lastPoint(Job job, long from) {
        return CostPoint.last(histories.find(job.id(), from - 1, Integer.MAX_VALUE));
    }
}
