package dev.feedforward.training.worker;

import dev.feedforward.database.fault.DamagedException;
import dev.feedforward.nn.training.Checkpoint;
import dev.feedforward.training.diagnosis.Warning;
import dev.feedforward.training.history.CostHistory;
import dev.feedforward.training.history.CostHistoryRepository;
import dev.feedforward.training.history.CostRecorder;
import dev.feedforward.training.job.JobRepository;
import dev.feedforward.training.job.JobTransitions;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Stores how far a job is, all that it takes to go on to the bit: or nothing, if the job is another worker's. */
@Component
class CheckpointArchive {

    private static final Logger log = LoggerFactory.getLogger(CheckpointArchive.class);

    private final JobRepository jobs;
    private final JobTransitions transitions;
    private final CheckpointRepository checkpoints;
    private final CostHistoryRepository histories;
    private final DurableWrites writes;

    CheckpointArchive(
            JobRepository jobs,
            JobTransitions transitions,
            CheckpointRepository checkpoints,
            CostHistoryRepository histories,
            DurableWrites writes) {
        this.jobs = jobs;
        this.transitions = transitions;
        this.checkpoints = checkpoints;
        this.histories = histories;
        this.writes = writes;
    }

    /**
     * Stores a checkpoint with the points of the cost history up to it; false if the job is no longer {@code run}'s.
     */
    boolean save(JobRun run, Checkpoint checkpoint) {
        CostHistory chunk = run.unsaved();
        boolean stored = writes.write(run, () -> {
            run.timing().begin();
            if (!transitions.progress(run.attempt(), run.reached())) {
                return false;
            }
            checkpoints.save(run.id(), checkpoint);
            histories.append(run.savedPoints(), chunk);
            return true;
        });
        run.timing().end();
        if (stored) {
            run.saved(chunk);
        }
        return stored;
    }

    /**
     * The job's last checkpoint, if it has one; {@code run} then knows what went before. One that is damaged, or comes
     * with a damaged history, is given up with a warning, so that the job begins anew.
     */
    Optional<Checkpoint> restore(JobRun run) {
        jobs.warnings(run.id()).forEach(run::warn);
        try {
            Optional<Checkpoint> found = writes.read(() -> checkpoints.find(run.id()));
            run.restore(found.map(Checkpoint::iteration).orElse(0L), histories.find(run.id()), jobs.trained(run.id()));
            return found;
        } catch (DamagedException e) {
            log.warn("Job {} begins anew: {}", run.id(), e.getMessage());
            startAnew(run, e);
            run.restore(0, new CostRecorder().history(run.id()), Duration.ZERO);
            return Optional.empty();
        }
    }

    private void startAnew(JobRun run, DamagedException why) {
        run.warn(Warning.startedAnew(why.problem().detail()));
        writes.write(run, () -> {
            checkpoints.delete(run.id());
            histories.delete(run.id());
            return transitions.startAnew(run.attempt(), run.warnings());
        });
    }
}
