package dev.feedforward.training;

import dev.feedforward.error.Problem;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import dev.feedforward.model.Definition;
import dev.feedforward.model.Figures;
import dev.feedforward.model.Provenance;
import dev.feedforward.model.TrainingSettings;
import dev.feedforward.nn.Initializer;
import dev.feedforward.nn.Network;
import dev.feedforward.nn.Samples;
import dev.feedforward.nn.Trainer;
import dev.feedforward.nn.TrainingOutcome;
import dev.feedforward.nn.TrainingOutcome.StopReason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Runs one job from its request to its model. */
@Component
class JobRunner {

    private static final Logger log = LoggerFactory.getLogger(JobRunner.class);

    private final JobRepository jobs;
    private final JobArchive archive;
    private final Clock clock;
    private final String version;

    JobRunner(JobRepository jobs, JobArchive archive, Clock clock, ObjectProvider<BuildProperties> build) {
        this.jobs = jobs;
        this.archive = archive;
        this.clock = clock;
        // An IDE that compiles by itself writes no build properties.
        version = build.stream().map(BuildProperties::getVersion).findFirst().orElse("development");
    }

    /**
     * Runs the job to its end, unless it was cancelled or handed back while it waited.
     *
     * @throws DataAccessException or {@link TransactionException} if the database fails: the job is to be run again
     */
    void run(JobRun run) {
        Instant now = clock.instant();
        if (run.isHandedBack() || !jobs.start(run.id(), now)) {
            return;
        }
        run.started(now);
        try {
            train(run, jobs.recipe(run.id()));
        } catch (DataAccessException | TransactionException e) {
            throw e;
        } catch (RuntimeException | OutOfMemoryError e) {
            log.error("Job {} failed", run.id(), e);
            archive.storeFailed(run, fault(run, e));
        }
    }

    private void train(JobRun run, Recipe recipe) {
        TrainingSettings settings = recipe.settings();
        Samples training = recipe.training();
        @Nullable Samples test = recipe.test();
        Network network = Network.initialized(recipe.architecture(), Initializer.COURSE, settings.seed());
        Trainer trainer = new Trainer(network, training, test, settings.plan());

        Instant start = clock.instant();
        TrainingOutcome outcome = trainer.train(run);
        double seconds = Duration.between(start, clock.instant()).toNanos() / 1e9;

        if (run.isHandedBack()) {
            return;
        }
        if (outcome.reason() == StopReason.CANCELLED) {
            archive.storeCancelled(run, outcome);
        } else {
            Definition definition = new Definition(
                    network.architecture(),
                    recipe.classes(),
                    settings,
                    Figures.measure(network, recipe.classes(), settings.loss(), training, test, seconds),
                    Provenance.of(training, network.parameters(), settings.seed(), version));
            archive.storeTrained(run, recipe, outcome, definition, network);
        }
    }

    private static Problem fault(JobRun run, Throwable cause) {
        return new ServiceException(
                        ProblemType.TRAINING_FAILED,
                        "Job %d ended by a fault of the service: %s.".formatted(run.id(), cause),
                        "Look for job %d in the service's log, and train again.".formatted(run.id()))
                .problem();
    }
}
