package dev.feedforward.training.replay;

import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import dev.feedforward.model.store.Model;
import dev.feedforward.model.store.ModelRef;
import dev.feedforward.model.store.Models;
import dev.feedforward.model.store.Moments;
import dev.feedforward.model.store.WhichModel;
import dev.feedforward.training.job.Job;
import dev.feedforward.training.worker.Jobs;
import dev.feedforward.training.worker.Snapshot;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the networks of jobs: as they are, wherever they are trained, and as they were. */
@Component
class JobNetworks implements Moments {

    private static final int LOOKS = 10;

    private final Models models;
    private final Jobs jobs;
    private final Snapshots snapshots;
    private final Replays replays;

    JobNetworks(Models models, Jobs jobs, Snapshots snapshots, Replays replays) {
        this.models = models;
        this.jobs = jobs;
        this.snapshots = snapshots;
        this.replays = replays;
    }

    @Override
    public Model find(WhichModel which) {
        Long job = which.job();
        Long iteration = which.iteration();
        if (iteration == null) {
            return now(Objects.requireNonNull(job));
        }
        return at(
                job != null ? jobs.find(job) : jobs.findTrainer(models.find(which.model(), which.version())),
                iteration);
    }

    private Model now(long id) {
        Job job = jobs.find(id);
        for (int look = 1; !job.status().isEnded(); look++) {
            Optional<Snapshot> seen = snapshots.now(job);
            if (seen.isPresent()) {
                return seen.get().model(job);
            }
            if (look == LOOKS) {
                throw new ServiceException(
                        ProblemType.UNAVAILABLE,
                        "The training of job %d begins or ends again and again.".formatted(id),
                        "Try again in a moment.",
                        Duration.ofSeconds(1));
            }
            job = jobs.find(id);
        }
        ModelRef trained = job.model().ref();
        if (trained == null) {
            throw noModel(job);
        }
        return models.find(trained.name(), trained.version());
    }

    private Model at(Job job, long iteration) {
        long reached = job.progress().iteration();
        if (iteration > reached) {
            throw new ServiceException(
                    ProblemType.INVALID_PARAMETER,
                    "iteration=%d is beyond the end: job %d, which is %s, has made %d corrections."
                            .formatted(iteration, job.id(), job.status().label(), reached),
                    "Give an iteration from 0 to %d.".formatted(reached));
        }
        return replays.of(job).at(iteration).model(job);
    }

    private static ServiceException noModel(Job job) {
        return new ServiceException(
                ProblemType.WRONG_STATE,
                "Job %d is %s and left no model."
                        .formatted(job.id(), job.status().label()),
                "Ask for its network as it was, with job=%d&iteration= and a number from 0 to %d, or train again."
                        .formatted(job.id(), job.progress().iteration()));
    }
}
