package dev.feedforward.training.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.feedforward.computing.FreeTurns;
import dev.feedforward.computing.Turns;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import dev.feedforward.memory.MemoryBudget;
import dev.feedforward.memory.MemoryBudget.Reservation;
import dev.feedforward.memory.RequestMemory;
import dev.feedforward.training.job.Attempt;
import dev.feedforward.training.job.Job;
import dev.feedforward.training.job.JobEnds;
import dev.feedforward.training.job.JobModel;
import dev.feedforward.training.job.JobStatus;
import dev.feedforward.training.job.Progress;
import dev.feedforward.training.recipe.PreparedTraining;
import dev.feedforward.training.recipe.TrainingData;
import dev.feedforward.training.recipe.TrainingDataReader;
import dev.feedforward.training.request.TrainRequest;
import dev.feedforward.training.worker.JobRun;
import dev.feedforward.training.worker.RunningJobs;
import dev.feedforward.training.worker.TrainingProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** How long somebody waits to be shown a network that is trained here. */
class SnapshotsTests {

    private final RunningJobs running = new RunningJobs(
            null,
            new JobEnds(null),
            Clock.systemUTC(),
            Clock.systemUTC(),
            new TrainingProperties(1, 1, Duration.ofDays(1)));
    private final Turns turns = FreeTurns.turns();
    private final Snapshots snapshots = new Snapshots(running, null, null, null, turns);
    private final JobRun run = running.begin(new Attempt(7, 1));
    private final Job job = new Job(
            7,
            JobStatus.RUNNING,
            new JobModel("course", null),
            Instant.EPOCH,
            null,
            null,
            Progress.of(JobStatus.RUNNING, 0, 10, 1),
            null,
            null,
            null,
            List.of(),
            null);

    private final PreparedTraining training = new PreparedTraining(
            TrainRequest.EMPTY.recipe(null, null, TrainingData.COURSE), new TrainingDataReader(null, null), "1");

    private void open() {
        run.open(training, training.network());
    }

    @Test
    void givesUpAfterTwoSecondsWhenNoIterationComes() {
        open();
        long before = System.nanoTime();

        assertThatThrownBy(() -> snapshots.now(job))
                .isInstanceOfSatisfying(ServiceException.class, problem -> {
                    assertThat(problem.type()).isEqualTo(ProblemType.UNAVAILABLE);
                    assertThat(problem.retryAfter()).isEqualTo(Duration.ofSeconds(1));
                })
                .hasMessageContaining("job 7 has not come to its next iteration in time");
        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .isBetween(Duration.ofMillis(1900), Duration.ofSeconds(10));
        run.continueAt(3);
        assertThat(run.look()).describedAs("made for nobody").isNotDone();
    }

    @Test
    void lendsItsTurnMeanwhile() throws Exception {
        open();
        turns.begin("a");
        turns.take();
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> {
            turns.begin("b");
            turns.take();
            run.continueAt(3);
            turns.end();
        });

        assertThat(snapshots.now(job))
                .hasValueSatisfying(seen -> assertThat(seen.iteration()).isEqualTo(3));
        other.join();
        turns.end();
    }

    @Test
    void looksElsewhereWhenTheTrainingIsOverInTheMeantime() {
        open();
        CompletableFuture<Boolean> seen =
                CompletableFuture.supplyAsync(() -> snapshots.now(job).isPresent());

        await().until(() -> run.over().getNumberOfDependents() > 0);
        running.end(run);

        assertThat(seen.join()).isFalse();
    }

    @Test
    void saysSoWhenThereIsNoMemoryForACopy() {
        open();
        MemoryBudget budget = new MemoryBudget(1 << 20);

        try (Reservation others = budget.reserveNow(1 << 20).orElseThrow();
                Reservation request = RequestMemory.begin(budget)) {
            RequestMemory.take(1 << 18);
            assertThatThrownBy(() -> snapshots.now(job))
                    .isInstanceOfSatisfying(
                            ServiceException.class,
                            problem -> assertThat(problem.type()).isEqualTo(ProblemType.UNAVAILABLE))
                    .hasMessageContaining("other requests and trainings have most of the 1 that there are");
        }
        assertThat(run.look()).isNotDone();
    }

    @Test
    void showsTheNetworkBeforeTheNextIteration() {
        open();
        run.look();
        run.continueAt(3);

        assertThat(snapshots.now(job)).hasValueSatisfying(seen -> {
            assertThat(seen.iteration()).isEqualTo(3);
            assertThat(seen.model(job).moment().job()).isEqualTo(7);
            assertThat(seen.model(job).network().parameters())
                    .isEqualTo(training.network().parameters());
        });
    }
}
