package dev.feedforward.training.worker;

import dev.feedforward.database.StoredJson;
import dev.feedforward.memory.MemoryBudget.Shrinkable;
import dev.feedforward.model.metrics.Figures;
import dev.feedforward.model.metrics.ModelEvaluator;
import dev.feedforward.model.settings.TrainingSettings;
import dev.feedforward.nn.Network;
import dev.feedforward.nn.kernel.Kernels;
import dev.feedforward.nn.training.Trainer;
import dev.feedforward.nn.training.TrainingOutcome;
import dev.feedforward.nn.training.TrainingOutcome.StopReason;
import dev.feedforward.nn.training.TrainingRows;
import dev.feedforward.training.diagnosis.Diagnosis;
import dev.feedforward.training.diagnosis.Setup;
import dev.feedforward.training.diagnosis.Warning;
import dev.feedforward.training.history.CostHistory;
import dev.feedforward.training.history.CostRecorder;
import dev.feedforward.training.recipe.PreparedTraining;
import dev.feedforward.training.recipe.Recipe;
import dev.feedforward.training.recipe.TrainingMemory;
import dev.feedforward.training.remedy.Divergence;
import dev.feedforward.training.remedy.Remedy;
import dev.feedforward.training.remedy.RemedySearch;
import dev.feedforward.training.worker.JobRun.Order;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Trains what a recipe says. */
@Component
class RecipeTrainer {

    private static final Logger log = LoggerFactory.getLogger(RecipeTrainer.class);

    /** Bytes that small trainings take; these read their recipes once. */
    private static final long LEAST = 256 * 1024;

    private final CheckpointArchive checkpoints;
    private final JobArchive archive;
    private final TrainingPreparation preparation;
    private final TrainingMemory memory;
    private final int threads;

    RecipeTrainer(
            CheckpointArchive checkpoints,
            JobArchive archive,
            TrainingPreparation preparation,
            TrainingMemory memory,
            TrainingProperties properties) {
        this.checkpoints = checkpoints;
        this.archive = archive;
        this.preparation = preparation;
        this.memory = memory;
        threads = properties.threads();
        log.info(
                "Training with {}, {} jobs at once, {} threads a job",
                new Kernels().name(),
                properties.workers(),
                threads);
    }

    /**
     * Trains what the job's recipe says, from the last checkpoint on if there is one, and stores what comes of it; once
     * there is memory for it. How much it takes is only known from its recipe, which takes memory as well.
     */
    void train(JobRun run) {
        long stored = preparation.storedBytes(run.id());
        long bytes = Math.max(LEAST, Math.min(memory.most(), StoredJson.readingBytes(stored)));
        while (true) {
            Optional<Shrinkable> reserved = memory.reserve(bytes, run);
            if (reserved.isEmpty()) {
                storeIfCancelled(run);
                return;
            }
            try (Shrinkable held = reserved.get()) {
                Recipe recipe = preparation.recipe(run.id());
                long needed = Math.max(Math.min(memory.most(), StoredJson.keptBytes(stored)), memory.bytes(recipe));
                if (needed <= bytes) {
                    held.shrinkTo(needed);
                    train(run, preparation.of(recipe));
                    return;
                }
                // Read again once there is more: what waits holds nothing.
                bytes = needed;
            }
        }
    }

    private void train(JobRun run, PreparedTraining training) {
        Recipe recipe = training.recipe();
        TrainingSettings settings = recipe.settings();
        TrainingRows rows = training.rows();
        TrainingRows encoded = training.encoded();
        Diagnosis diagnosis =
                new Diagnosis(new Setup(recipe.architecture(), training.classes(), settings, recipe.said()));
        List<Warning> warnings = new ArrayList<>(training.dataWarnings());
        warnings.addAll(
                diagnosis.beforeTraining(rows.training(), encoded.training().answers(), rows.validation()));
        Network network = training.network();
        Trainer trainer = training.trainer(network, threads);
        run.open(training, network);

        checkpoints.restore(run).ifPresent(trainer::resume);
        warnings.addAll(run.warnings());
        run.begin(() -> checkpoints.save(run, trainer.checkpoint()), limit(settings));
        TrainingOutcome outcome = trainer.train(run);
        if (outcome.reason() == StopReason.CANCELLED && !run.isOutOfTime()) {
            storeIfCancelled(run);
            return;
        }
        Figures figures = Figures.measure(
                new ModelEvaluator(network, training.encoding(), settings.loss(), training.meaning()),
                encoded,
                run.seconds());
        if (outcome.reason() == StopReason.DIVERGED || !figures.isFinite()) {
            storeDiverged(run, training, outcome.iterations(), warnings);
            return;
        }
        // Where the loss was to stop falling, that it did is nothing to warn of.
        CostHistory judged =
                outcome.reason() == StopReason.EARLY_STOPPING ? new CostRecorder().history(run.id()) : run.history();
        warnings.addAll(
                diagnosis.afterTraining(network, encoded.training().inputs(), judged, figures, List.copyOf(warnings)));
        archive.storeTrained(
                run,
                recipe,
                outcome,
                new Trained(
                        training.definition(network.parameters(), figures),
                        network,
                        training.seenRows(),
                        List.copyOf(warnings)));
    }

    private void storeIfCancelled(JobRun run) {
        if (run.isTold(Order.CANCEL) || run.isTold(Order.DROP)) {
            // A checkpoint that was refused may be the first that is heard of a cancellation.
            archive.storeCancelled(run);
        }
    }

    /**
     * Looks for a recipe that holds before it tells that this one did not; a job that is stopped meanwhile is not told.
     */
    private void storeDiverged(JobRun run, PreparedTraining training, long iteration, List<Warning> warnings) {
        run.stopClock();
        Remedy remedy = new RemedySearch(training, iteration, threads, run::isToldToStop).find();
        if (run.isToldToStop()) {
            storeIfCancelled(run);
            return;
        }
        Recipe recipe = training.recipe();
        Divergence divergence =
                new Divergence(iteration, recipe.settings().iterations(), run.lastPoint(), remedy, recipe.dataset());
        List<Warning> all = new ArrayList<>(warnings);
        all.add(divergence.warning());
        archive.storeDiverged(run, iteration, List.copyOf(all), divergence.problem());
    }

    private static @Nullable Duration limit(TrainingSettings settings) {
        Double seconds = settings.maxSeconds();
        return seconds == null ? null : Duration.ofNanos((long) (seconds * 1e9));
    }
}
