package dev.feedforward.training;

import dev.feedforward.error.Problem;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import dev.feedforward.model.Definition;
import dev.feedforward.model.ModelRepository;
import dev.feedforward.model.SeenRows;
import dev.feedforward.nn.TrainingOutcome;
import dev.feedforward.nn.TrainingOutcome.StopReason;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores how a job ended, together with its cost history and its model: all of them or none. */
@Component
class JobArchive {

    private final JobRepository jobs;
    private final CostHistoryRepository histories;
    private final ModelRepository models;
    private final TransactionTemplate transactions;
    private final Clock clock;

    JobArchive(
            JobRepository jobs,
            CostHistoryRepository histories,
            ModelRepository models,
            TransactionTemplate transactions,
            Clock clock) {
        this.jobs = jobs;
        this.histories = histories;
        this.models = models;
        this.transactions = transactions;
        this.clock = clock;
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
        SeenRows seen = SeenRows.of(recipe.inputs().matrix());
        transactions.executeWithoutResult(transaction -> {
            Instant now = clock.instant();
            int version = models.save(
                            recipe.name(), now, definition, trained.network().parameters(), seen)
                    .version();
            histories.save(run.history());
            if (!jobs.finish(run.id(), status, now, outcome.iterations(), version, told)) {
                transaction.setRollbackOnly();
            }
        });
    }

    /** Stores that a running job was cancelled, with its history so far and without a model. */
    void storeCancelled(JobRun run, TrainingOutcome outcome) {
        storeWithoutModel(
                run,
                JobStatus.CANCELLED,
                outcome.iterations(),
                new Outcome(stoppedBecause(run, outcome), run.lastCost(), null, List.of(), null));
    }

    /** Stores that a running job failed, with its history so far and without a model. */
    void storeFailed(JobRun run, Problem problem) {
        storeWithoutModel(
                run, JobStatus.FAILED, run.iteration(), new Outcome(null, run.lastCost(), null, List.of(), problem));
    }

    private void storeWithoutModel(JobRun run, JobStatus status, long iteration, Outcome outcome) {
        transactions.executeWithoutResult(transaction -> {
            histories.save(run.history());
            if (!jobs.finish(run.id(), status, clock.instant(), iteration, null, outcome)) {
                transaction.setRollbackOnly();
            }
        });
    }

    private static @Nullable Problem unmetExpectation(Recipe recipe, Definition definition) {
        Expectation expect = recipe.expect();
        List<String> unmet = expect == null ? List.of() : expect.unmet(definition.figures());
        return unmet.isEmpty()
                ? null
                : new ServiceException(
                                ProblemType.EXPECTATION_NOT_MET,
                                "The network was trained, but " + String.join(", and ", unmet) + ".",
                                "Train longer or with other settings, or expect less. The model is kept.")
                        .problem();
    }

    private static String stoppedBecause(JobRun run, TrainingOutcome outcome) {
        return outcome.reason() == StopReason.CANCELLED && run.isOutOfTime()
                ? "max_seconds"
                : outcome.reason().name().toLowerCase(Locale.ROOT);
    }
}
