package dev.feedforward.training.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.FeedforwardTest;
import dev.feedforward.nn.Network;
import dev.feedforward.nn.training.Trainer;
import dev.feedforward.nn.training.TrainingOutcome;
import dev.feedforward.nn.training.TrainingOutcome.StopReason;
import dev.feedforward.training.history.CostHistory;
import dev.feedforward.training.history.CostHistoryRepository;
import dev.feedforward.training.history.CostPoint;
import dev.feedforward.training.history.CostRecorder;
import dev.feedforward.training.job.Attempt;
import dev.feedforward.training.job.Job;
import dev.feedforward.training.job.JobRepository;
import dev.feedforward.training.job.JobStatus;
import dev.feedforward.training.job.JobTransitions;
import dev.feedforward.training.job.Submission;
import dev.feedforward.training.job.Ticket;
import dev.feedforward.training.recipe.PreparedTraining;
import dev.feedforward.training.recipe.Recipe;
import dev.feedforward.training.recipe.TrainingData;
import dev.feedforward.training.request.TrainRequest;
import dev.feedforward.training.worker.JobRun.Order;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A job that is cancelled through another instance keeps its history, however its worker comes to hear of it. */
@FeedforwardTest
class CancelledElsewhereTests {

    private static final Recipe COURSE = TrainRequest.EMPTY.recipe(null, null, TrainingData.COURSE);

    @Autowired
    private JobRepository jobs;

    @Autowired
    private JobTransitions transitions;

    @Autowired
    private CostHistoryRepository histories;

    @Autowired
    private CheckpointArchive checkpoints;

    @Autowired
    private JobArchive archive;

    @Autowired
    private RecipeTrainer trainer;

    @Autowired
    private TrainingPreparation preparation;

    private JobRun run;

    @BeforeEach
    void takeUp() {
        long id = jobs.insert(COURSE, new Submission("somebody", null, "", Instant.EPOCH), 1)
                .orElseThrow();
        Attempt attempt = transitions.start(new Ticket(id, 1), Instant.EPOCH).orElseThrow();
        run = new JobRun(attempt, Clock.systemUTC(), Clock.systemUTC(), Duration.ofDays(1));
    }

    @Test
    void keepsItsHistoryWhenACheckpointIsRefused() {
        transitions.progress(run.attempt(), run.reached());
        histories.append(0, points(0, 10));
        run.restore(10, histories.find(run.id()), Duration.ZERO);
        run.recorded(20, 0.3, 0.3, Double.NaN, Double.NaN);
        transitions.cancel(run.id(), Instant.EPOCH);
        Network network = COURSE.network(null);
        Trainer training = preparation.of(COURSE).trainer(network, 1);

        assertThat(checkpoints.save(run, training.checkpoint())).isFalse();
        archive.storeCancelled(run);

        assertThat(histories.find(run.id()).iteration()).containsExactly(0, 10, 20);
    }

    @Test
    void keepsHowFarItWasWhenTheTrainingIsToldSoByItsCheckpoint() {
        histories.append(0, points(0, 10));
        transitions.cancel(run.id(), Instant.EPOCH);
        run.order(Order.CHECKPOINT);

        trainer.train(run);

        assertThat(run.isTold(Order.DROP)).isTrue();
        assertThat(jobs.find(run.id()).orElseThrow().cost()).isEqualTo(0.5);
    }

    @Test
    void keepsItsHistoryWhenItIsCancelledAfterItsLastIteration() {
        PreparedTraining training = preparation.of(COURSE);
        run.restore(0, points(), Duration.ZERO);
        run.recorded(0, 0.5, 0.5, Double.NaN, Double.NaN);
        transitions.cancel(run.id(), Instant.EPOCH);

        archive.storeTrained(
                run,
                COURSE,
                new TrainingOutcome(StopReason.ITERATIONS, 1, 1),
                new Trained(
                        training.definition(training.network().parameters(), CostPoint.figures(null, 1)),
                        training.network(),
                        training.seenRows(),
                        List.of()));

        Job job = jobs.find(run.id()).orElseThrow();
        assertThat(job.status()).isEqualTo(JobStatus.CANCELLED);
        assertThat(job.model().version()).isNull();
        assertThat(histories.find(run.id()).iteration()).containsExactly(0);
    }

    private CostHistory points(long... iterations) {
        CostRecorder recorder = new CostRecorder();
        for (long iteration : iterations) {
            recorder.add(iteration, 0.5, 0.5, Double.NaN, Double.NaN);
        }
        return recorder.history(run.id());
    }
}
