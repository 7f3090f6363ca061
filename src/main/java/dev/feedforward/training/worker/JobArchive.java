package dev.feedforward.training.worker;

import dev.feedforward.error.Problem;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import dev.feedforward.model.store.Definition;
import dev.feedforward.model.store.ModelRepository;
import dev.feedforward.nn.training.TrainingOutcome;
import dev.feedforward.nn.training.TrainingOutcome.StopReason;
import dev.feedforward.training.diagnosis.Warning;
import dev.feedforward.training.history.CostHistoryRepository;
import dev.feedforward.training.job.JobStatus;
import dev.feedforward.training.job.JobTransitions;
import dev.feedforward.training.job.Outcome;
import dev.feedforward.training.recipe.Expectation;
import dev.feedforward.training.recipe.Recipe;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Stores how a job ended, together with the rest of its cost history and its model: all of them, or nothing if the job
 * is another worker's.
 */
@Component
class JobArchive {

    private final JobTransitions transitions;
    private final CostHistoryRepository histories;
    private final CheckpointRepository checkpoints;
    private final ModelRepository models;
    private final DurableWrites writes;

    JobArchive(
            JobTransitions transitions,
            CostHistoryRepository histories,
            CheckpointRepository checkpoints,
            ModelRepository models,
            DurableWrites writes) {
        this.transitions = transitions;
        this.histories = histories;
        this.checkpoints = checkpoints;
        this.models = models;
        this.writes = writes;
    }

    /** Stores a trained network as the next version of its model; the job has failed if it is not what was expected. */
    void storeTrained(JobRun run, Recipe recipe, TrainingOutcome outcome, Trained trained) {
        Definition definition = trained.definition();
        Problem problem = unmetExpectation(recipe, definition);
        Outcome told = new Outcome(
                stoppedBecause(run, outcome),
                definition.figures().cost(),
                definition.figures(),
                trained.warnings(),
                problem);
        JobStatus status = problem == null ? JobStatus.SUCCEEDED : JobStatus.FAILED;
        boolean stored = writes.write(run, () -> {
            if (!transitions.progress(run.attempt(), run.reached())) {
                return false;
            }
            Instant now = run.now();
            int version = models.save(
                            recipe.name(),
                            now,
                            definition,
                            trained.network().parameters(),
                            trained.seenRows(),
                            problem != null)
                    .version();
            storeRest(run);
            return transitions.finish(run.attempt(), status, now, outcome.iterations(), version, told);
        });
        if (!stored) {
            storeCancelled(run);
        }
    }

    /** Stores that a job failed as its training diverged, with its history up to there and without a model. */
    void storeDiverged(JobRun run, long iterations, List<Warning> warnings, Problem problem) {
        Outcome outcome = new Outcome("diverged", run.reached().cost(), null, warnings, problem);
        boolean stored = writes.write(run, () -> {
            if (!transitions.progress(run.attempt(), run.reached())) {
                return false;
            }
            storeRest(run);
            return transitions.finish(run.attempt(), JobStatus.FAILED, run.now(), iterations, null, outcome);
        });
        if (!stored) {
            storeCancelled(run);
        }
    }

    /**
     * Stores how far a job was when it was cancelled, with its history so far and without a model; nothing where it was
     * not, or is another worker's.
     */
    void storeCancelled(JobRun run) {
        writes.write(run, () -> {
            if (!transitions.progressOfCancelled(run.attempt(), run.reached())) {
                return false;
            }
            storeRest(run);
            return true;
        });
    }

    /** Stores that a running job failed, with its history so far and without a model. */
    void storeFailed(JobRun run, Problem problem) {
        Outcome outcome = new Outcome(null, run.reached().cost(), null, run.warnings(), problem);
        boolean stored = writes.write(run, () -> {
            if (!transitions.progress(run.attempt(), run.reached())) {
                return false;
            }
            storeRest(run);
            return transitions.finish(
                    run.attempt(), JobStatus.FAILED, run.now(), run.reached().iteration(), null, outcome);
        });
        if (!stored) {
            storeCancelled(run);
        }
    }

    private void storeRest(JobRun run) {
        histories.append(run.savedPoints(), run.unsaved());
        checkpoints.delete(run.id());
    }

    private static @Nullable Problem unmetExpectation(Recipe recipe, Definition definition) {
        Expectation expect = recipe.expect();
        List<String> unmet = expect == null ? List.of() : expect.unmet(definition.figures());
        return unmet.isEmpty()
                ? null
                : new ServiceException(
                                ProblemType.EXPECTATION_NOT_MET,
                                "The network was trained, but " + String.join(", and ", unmet) + ".",
                                "Train longer or with other settings, or expect less. The model is kept, but only taken where"
                                        + " its version is named.")
                        .problem();
    }

    private static String stoppedBecause(JobRun run, TrainingOutcome outcome) {
        return outcome.reason() == StopReason.CANCELLED && run.isOutOfTime()
                ? "max_seconds"
                : outcome.reason().name().toLowerCase(Locale.ROOT);
    }
}
