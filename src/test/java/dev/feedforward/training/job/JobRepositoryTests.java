package dev.feedforward.training.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.database.StoredJson;
import dev.feedforward.error.Problem;
import dev.feedforward.model.metrics.Figures;
import dev.feedforward.model.metrics.Metrics;
import dev.feedforward.model.store.ModelRef;
import dev.feedforward.nn.Loss;
import dev.feedforward.nn.Network;
import dev.feedforward.nn.data.Samples;
import dev.feedforward.nn.training.Checkpoint;
import dev.feedforward.nn.training.Trainer;
import dev.feedforward.nn.training.TrainingPlan;
import dev.feedforward.nn.training.TrainingRows;
import dev.feedforward.training.diagnosis.Warning;
import dev.feedforward.training.history.CostHistory;
import dev.feedforward.training.history.CostHistoryRepository;
import dev.feedforward.training.job.JobRepository.Earlier;
import dev.feedforward.training.job.JobTransitions.Reached;
import dev.feedforward.training.recipe.Recipe;
import dev.feedforward.training.recipe.TrainingData;
import dev.feedforward.training.request.TrainRequest;
import dev.feedforward.training.worker.CheckpointRepository;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the jobs' repositories do, on every database. */
abstract class JobRepositoryTests {

    private static final Warning DIVERGED =
            new Warning("diverged", "It did.", "Be gentler.", Map.of("training", Map.of("learningRate", 0.1)));

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(5);
    private static final Recipe COURSE = TrainRequest.EMPTY.recipe(null, null, TrainingData.COURSE);

    private static final double[][] OUTPUTS = {{0.1, Double.NEGATIVE_INFINITY}, {-0.0, 4.9e-324}};
    private static final Outcome TESTED = new Outcome(
            "iterations",
            0.1,
            new Figures(0.1, 0.2, Metrics.NONE, new Figures.Test(OUTPUTS, 0.3, Metrics.NONE), null, 1.5),
            List.of(),
            null);

    private JdbcClient jdbc;
    private JobRepository jobs;
    private JobTransitions transitions;
    private CheckpointRepository checkpoints;
    private CostHistoryRepository histories;

    /** A database with the service's tables and nothing in them. */
    abstract DataSource database();

    @BeforeEach
    void open() {
        jdbc = JdbcClient.create(database());
        jobs = new JobRepository(jdbc, new StoredJson());
        transitions = new JobTransitions(jdbc, new StoredJson());
        checkpoints = new CheckpointRepository(jdbc);
        histories = new CostHistoryRepository(jdbc);
    }

    @Test
    void givesBackTheRecipeToTheBit() {
        Recipe stored = jobs.recipe(insert());

        assertThat(stored.name()).isEqualTo("course");
        assertThat(stored.architecture()).isEqualTo(COURSE.architecture());
        assertThat(stored.settings()).isEqualTo(COURSE.settings());
        assertThat(stored.inputs().matrix().values())
                .containsExactly(COURSE.inputs().matrix().values());
        assertThat(stored.testInputs()).isNotNull();
    }

    @Test
    void findsTheJobThatTrainedAModel() {
        insert();
        long id = insert();
        Outcome outcome = new Outcome("iterations", 0.1, null, List.of(), null);
        transitions.finish(start(id), JobStatus.SUCCEEDED, LATER, 3, 2, outcome);

        assertThat(jobs.findTrainer(new ModelRef("course", 2))).contains(id);
        assertThat(jobs.findTrainer(new ModelRef("course", 1))).isEmpty();
        assertThat(jobs.findTrainer(new ModelRef("other", 2))).isEmpty();
        assertThat(jobs.findRecipe(id)).isPresent();
        transitions.deleteEnded(id);
        assertThat(jobs.findTrainer(new ModelRef("course", 2))).isEmpty();
        assertThat(jobs.findRecipe(id)).isEmpty();
    }

    @Test
    void countsIdsUpAndNeverAgain() {
        long first = insert();
        transitions.cancel(first, NOON);
        transitions.deleteEnded(first);

        assertThat(insert()).isGreaterThan(first);
    }

    @Test
    void bringsBackWhatAClockThatWasAheadPlanned() {
        insertTicket("free-soon", NOON.plusSeconds(9), null);
        insertTicket("free-late", NOON.plusSeconds(3_600), null);
        insertTicket("held-soon", LATER, NOON.plusSeconds(9));
        insertTicket("held-late", LATER, NOON.plusSeconds(3_600));

        transitions.putRight(NOON, Duration.ofSeconds(10));

        assertThat(time("execution_time", "free-soon")).isEqualTo(NOON.plusSeconds(9));
        assertThat(time("execution_time", "free-late")).isEqualTo(NOON);
        assertThat(time("last_heartbeat", "held-soon")).isEqualTo(NOON.plusSeconds(9));
        assertThat(time("last_heartbeat", "held-late")).isEqualTo(NOON);
        assertThat(time("execution_time", "held-late")).isEqualTo(LATER);
    }

    private void insertTicket(String name, Instant planned, @Nullable Instant lived) {
        jdbc.sql("""
                        insert into scheduled_tasks
                            (task_name, task_instance, execution_time, picked, last_heartbeat, version)
                        values ('train', :name, :planned, :picked, :lived, 1)
                        """)
                .param("name", name)
                .param("planned", Timestamp.from(planned))
                .param("picked", lived != null)
                .param("lived", lived == null ? null : Timestamp.from(lived), Types.TIMESTAMP)
                .update();
    }

    private Instant time(String column, String ticket) {
        return jdbc.sql("select " + column + " from scheduled_tasks where task_instance = :ticket")
                .param("ticket", ticket)
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
    }

    @Test
    void tellsAJobFromItsBirthToItsEnd() {
        long id = insert();
        assertThat(jobs.find(id)).hasValueSatisfying(job -> {
            assertThat(job.status()).isEqualTo(JobStatus.QUEUED);
            assertThat(job.createdAt()).isEqualTo(NOON);
            assertThat(job.startedAt()).isNull();
            assertThat(job.progress().iterations()).isEqualTo(10_000);
        });

        Attempt attempt = start(id);
        Figures figures = new Figures(0.1, Double.NaN, Metrics.NONE, null, null, 1.5);
        Outcome outcome = new Outcome("diverged", 0.1, figures, List.of(DIVERGED), null);
        assertThat(transitions.finish(attempt, JobStatus.SUCCEEDED, LATER, 3, 1, outcome))
                .isTrue();

        assertThat(jobs.find(id)).hasValueSatisfying(job -> {
            assertThat(job.status()).isEqualTo(JobStatus.SUCCEEDED);
            assertThat(job.startedAt()).isEqualTo(LATER);
            assertThat(job.finishedAt()).isEqualTo(LATER);
            assertThat(job.model()).isEqualTo(new JobModel("course", 1));
            assertThat(job.result()).isEqualTo(figures);
            assertThat(job.warnings()).containsExactly(DIVERGED);
            assertThat(job.progress().iteration()).isEqualTo(3);
        });
    }

    @Test
    void keepsWhatIsAnsweredToTestRowsWhereListsDoNotReadIt() {
        long id = finishTested();

        assertThat(jobs.find(id).orElseThrow().result().testOutputs()).isDeepEqualTo(OUTPUTS);
        jdbc.sql("update job set test_outputs = 'not to be read'").update();
        assertThat(jobs.list(Long.MAX_VALUE, 10)).singleElement().satisfies(job -> {
            assertThat(job.result().test().cost()).isEqualTo(0.3);
            assertThat(job.result().testOutputs()).isNull();
        });
    }

    @Test
    void findsWhatIsAnsweredToTestRowsWhereItWasKeptBefore() {
        long id = finishTested();
        jdbc.sql("update job set test_outputs = null, test_outputs_sum = null, outcome = :outcome, outcome_sum = null")
                .param("outcome", new StoredJson().write(TESTED))
                .update();

        assertThat(jobs.find(id).orElseThrow().result().testOutputs()).isDeepEqualTo(OUTPUTS);
        assertThat(jobs.list(Long.MAX_VALUE, 10))
                .singleElement()
                .satisfies(job -> assertThat(job.result().testOutputs()).isNull());
    }

    @Test
    void keepsWhatIsAnsweredToTestRowsWithoutAnswers() {
        long id = insert();
        Figures.Test unanswered = new Figures.Test(OUTPUTS, null, Metrics.NONE);
        Figures figures = new Figures(0.1, 0.2, Metrics.NONE, unanswered, null, 1.5);
        transitions.finish(
                start(id), JobStatus.SUCCEEDED, LATER, 3, 1, new Outcome("iterations", 0.1, figures, List.of(), null));

        assertThat(jobs.find(id).orElseThrow().result().testOutputs()).isDeepEqualTo(OUTPUTS);
        assertThat(jobs.list(Long.MAX_VALUE, 10))
                .singleElement()
                .satisfies(job -> assertThat(job.result().test()).isNull());
    }

    private long finishTested() {
        long id = insert();
        transitions.finish(start(id), JobStatus.SUCCEEDED, LATER, 3, 1, TESTED);
        return id;
    }

    @Test
    void startsAnInterruptedJobAgainButNoEndedOne() {
        long id = insert();
        Attempt first = start(id);
        Attempt second = start(id);
        Problem problem = new Problem("/problems/x", "X", 500, "d", "a");
        Outcome outcome = new Outcome(null, null, null, List.of(), problem);

        assertThat(transitions.finish(first, JobStatus.FAILED, LATER, 0, null, outcome))
                .isFalse();
        assertThat(transitions.finish(second, JobStatus.FAILED, LATER, 0, null, outcome))
                .isTrue();

        assertThat(transitions.start(new Ticket(id, 1), LATER)).isEmpty();
        assertThat(transitions.finish(second, JobStatus.SUCCEEDED, LATER, 0, 1, Outcome.NONE))
                .isFalse();
        assertThat(jobs.find(id).orElseThrow().problem()).isEqualTo(problem);
    }

    @Test
    void takesNothingFromAWorkerThatWasReplaced() {
        long id = insert();
        Attempt stopped = start(id);
        assertThat(transitions.progress(stopped, new Reached(10, 0.5, Duration.ofSeconds(1))))
                .isTrue();

        Attempt next = start(id);

        Reached late = new Reached(20, 0.4, Duration.ofSeconds(2));
        assertThat(transitions.progress(stopped, late)).isFalse();
        assertThat(transitions.handBack(stopped)).isFalse();
        assertThat(jobs.find(id).orElseThrow().progress().iteration()).isEqualTo(10);
        assertThat(jobs.trained(id)).isEqualTo(Duration.ofSeconds(1));
        assertThat(transitions.progress(next, late)).isTrue();
        assertThat(jobs.find(id).orElseThrow().cost()).isEqualTo(0.4);
        assertThat(transitions.standings(List.of(id, 99L))).containsOnlyKeys(id);
        assertThat(transitions.standings(List.of(id)).get(id).attempt()).isEqualTo(next);
    }

    @Test
    void pausesAndResumesWithANewTicket() {
        long id = insert();
        Attempt attempt = start(id);

        assertThat(transitions.resume(id, 5)).isEmpty();
        assertThat(transitions.pause(id)).isTrue();
        assertThat(transitions.pause(id)).isFalse();
        assertThat(transitions.progress(attempt, new Reached(7, null, Duration.ofSeconds(1))))
                .describedAs("the last checkpoint of the worker that was told to pause")
                .isTrue();
        assertThat(transitions.finish(attempt, JobStatus.SUCCEEDED, LATER, 9, 1, Outcome.NONE))
                .isFalse();
        assertThat(transitions.start(new Ticket(id, 1), LATER)).isEmpty();

        assertThat(transitions.resume(id, 5)).contains(new Ticket(id, 2));
        assertThat(jobs.find(id).orElseThrow().status()).isEqualTo(JobStatus.QUEUED);
        assertThat(transitions.start(new Ticket(id, 1), LATER)).isEmpty();
        assertThat(transitions.start(new Ticket(id, 2), LATER)).contains(new Attempt(id, 2));
    }

    @Test
    void handsARunningJobBackToItsQueue() {
        long id = insert();

        assertThat(transitions.handBack(start(id))).isTrue();

        assertThat(jobs.find(id).orElseThrow().status()).isEqualTo(JobStatus.QUEUED);
        assertThat(start(id).number()).isEqualTo(2);
    }

    @Test
    void cancelsWhatHasNotEndedAndDeletesOnlyWhatHas() {
        long running = insert();
        long queued = insert();
        Attempt attempt = start(running);

        assertThat(transitions.deleteEnded(running)).isFalse();
        assertThat(transitions.deleteEnded(queued)).isFalse();
        assertThat(transitions.cancel(queued, LATER)).isTrue();
        assertThat(transitions.cancel(queued, LATER)).isFalse();
        assertThat(transitions.cancel(running, LATER)).isTrue();
        assertThat(transitions.progress(attempt, new Reached(1, null, Duration.ZERO)))
                .isFalse();
        assertThat(transitions.progressOfCancelled(attempt, new Reached(4, 0.25, Duration.ZERO)))
                .isTrue();

        assertThat(jobs.find(queued).orElseThrow().stoppedBecause()).isNull();
        Job cancelled = jobs.find(running).orElseThrow();
        assertThat(cancelled.stoppedBecause()).isEqualTo("cancelled");
        assertThat(cancelled.cost()).isEqualTo(0.25);
        assertThat(cancelled.progress().iteration()).isEqualTo(4);
        assertThat(transitions.deleteEnded(running)).isTrue();
        assertThat(jobs.find(running)).isEmpty();
    }

    @Test
    void letsClientsTakeTurns() {
        long first = jobs.nextTurn("a");
        insert("a", null, "", first);
        long second = jobs.nextTurn("a");
        insert("a", null, "", second);
        insert("a", null, "", jobs.nextTurn("a"));

        assertThat(second).isGreaterThan(first);
        assertThat(jobs.nextTurn("b")).isEqualTo(first);
        assertThat(jobs.countQueued()).isEqualTo(3);
        assertThat(jobs.countQueued("a")).isEqualTo(3);
        assertThat(jobs.countQueued("b")).isZero();

        start(insert("b", null, "", first).orElseThrow());
        assertThat(jobs.nextTurn("b")).describedAs("not before those who wait").isEqualTo(second);
    }

    @Test
    void knowsAJobByItsKeyAgain() {
        long id = insert("a", "monday", "abc", 1).orElseThrow();

        assertThat(insert("b", "monday", "def", 2)).isEmpty();
        assertThat(jobs.findByKey("monday")).contains(new Earlier(id, "abc"));
        assertThat(jobs.findByKey("tuesday")).isEmpty();
        assertThat(insert("a", null, "", 2)).isPresent();
        assertThat(insert("a", null, "", 3)).isPresent();
    }

    @Test
    void keepsACheckpointUntilItsJobEnds() {
        long id = insert();
        Checkpoint checkpoint = checkpoint();
        assertThat(checkpoints.find(id)).isEmpty();

        checkpoints.save(id, checkpoint);
        checkpoints.save(id, checkpoint);

        assertThat(checkpoints.find(id).orElseThrow().toBytes()).isEqualTo(checkpoint.toBytes());
        transitions.cancel(id, LATER);
        assertThat(checkpoints.find(id)).isEmpty();
    }

    private static Checkpoint checkpoint() {
        Network network = COURSE.network(null);
        Samples rows = TrainingData.COURSE.training(null);
        TrainingPlan plan = TrainingPlan.gradientDescent(1, 1, Loss.HALF_SUM_SQUARED_ERROR, 1);
        return new Trainer(network, TrainingRows.of(rows, null), plan).checkpoint();
    }

    @Test
    void keepsAHistoryToTheBitUntilItsJobIsDeleted() {
        long id = insert();
        transitions.cancel(id, NOON);
        CostHistory history = new CostHistory(
                id, new long[] {0, 1L << 40}, new double[] {0.1, 1e-300}, new double[] {0.3, 0.2}, null, new double[] {
                    1, 2
                });

        histories.append(0, history);
        histories.append(0, history);

        CostHistory found = histories.find(id);
        assertThat(found.iteration()).containsExactly(0, 1L << 40);
        assertThat(found.cost()).containsExactly(0.1, 1e-300);
        assertThat(found.loss()).containsExactly(0.3, 0.2);
        assertThat(found.validationCost()).isNull();
        assertThat(found.testCost()).containsExactly(1, 2);
        transitions.deleteEnded(id);
        assertThat(histories.find(id).iteration()).isEmpty();
    }

    private long insert() {
        return insert("somebody", null, "", 1).orElseThrow();
    }

    private Optional<Long> insert(String client, @Nullable String key, String digest, long turn) {
        return jobs.insert(COURSE, new Submission(client, key, digest, NOON), turn);
    }

    private Attempt start(long id) {
        return transitions.start(new Ticket(id, 1), LATER).orElseThrow();
    }
}
