package dev.feedforward.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.database.StoredJson;
import dev.feedforward.error.Problem;
import dev.feedforward.model.Figures;
import dev.feedforward.model.Metrics;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the jobs' repositories do, on every database. */
abstract class JobRepositoryTests {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(5);
    private static final Recipe COURSE = TrainRequest.EMPTY.recipe(null);

    private JobRepository jobs;
    private CostHistoryRepository histories;

    /** A database with the service's tables and nothing in them. */
    abstract DataSource database();

    @BeforeEach
    void open() {
        JdbcClient jdbc = JdbcClient.create(database());
        jobs = new JobRepository(jdbc, new StoredJson());
        histories = new CostHistoryRepository(jdbc);
    }

    @Test
    void givesBackTheRecipeToTheBit() {
        Recipe stored = jobs.recipe(jobs.insert(COURSE, NOON));

        assertThat(stored.name()).isEqualTo("course");
        assertThat(stored.architecture()).isEqualTo(COURSE.architecture());
        assertThat(stored.settings()).isEqualTo(COURSE.settings());
        assertThat(stored.training(null).inputs().values())
                .containsExactly(COURSE.training(null).inputs().values());
        assertThat(stored.test(null)).isNotNull();
    }

    @Test
    void countsIdsUpAndNeverAgain() {
        long first = jobs.insert(COURSE, NOON);
        jobs.cancelQueued(first, NOON);
        jobs.deleteEnded(first);

        assertThat(jobs.insert(COURSE, NOON)).isGreaterThan(first);
    }

    @Test
    void tellsAJobFromItsBirthToItsEnd() {
        long id = jobs.insert(COURSE, NOON);
        assertThat(jobs.find(id)).hasValueSatisfying(job -> {
            assertThat(job.status()).isEqualTo(JobStatus.QUEUED);
            assertThat(job.createdAt()).isEqualTo(NOON);
            assertThat(job.startedAt()).isNull();
            assertThat(job.progress().iterations()).isEqualTo(10_000);
        });

        assertThat(jobs.start(id, LATER)).isTrue();
        Figures figures = new Figures(0.1, Double.NaN, Metrics.NONE, null, null, 1.5);
        Outcome outcome = new Outcome("diverged", 0.1, figures, List.of(Warning.diverged(3)), null);
        assertThat(jobs.finish(id, JobStatus.SUCCEEDED, LATER, 3, 1, outcome)).isTrue();

        assertThat(jobs.find(id)).hasValueSatisfying(job -> {
            assertThat(job.status()).isEqualTo(JobStatus.SUCCEEDED);
            assertThat(job.startedAt()).isEqualTo(LATER);
            assertThat(job.finishedAt()).isEqualTo(LATER);
            assertThat(job.model()).isEqualTo(new JobModel("course", 1));
            assertThat(job.result()).isEqualTo(figures);
            assertThat(job.warnings()).containsExactly(Warning.diverged(3));
            assertThat(job.progress().iteration()).isEqualTo(3);
        });
    }

    @Test
    void startsAnInterruptedJobAgainButNoEndedOne() {
        long id = jobs.insert(COURSE, NOON);
        assertThat(jobs.start(id, NOON)).isTrue();
        assertThat(jobs.start(id, LATER)).isTrue();
        Problem problem = new Problem("/problems/x", "X", 500, "d", "a");

        assertThat(jobs.finish(id, JobStatus.FAILED, LATER, 0, null, new Outcome(null, null, null, List.of(), problem)))
                .isTrue();

        assertThat(jobs.start(id, LATER)).isFalse();
        assertThat(jobs.finish(id, JobStatus.SUCCEEDED, LATER, 0, 1, Outcome.NONE))
                .isFalse();
        assertThat(jobs.find(id).orElseThrow().problem()).isEqualTo(problem);
    }

    @Test
    void cancelsOnlyWhatIsQueuedAndDeletesOnlyWhatHasEnded() {
        long running = jobs.insert(COURSE, NOON);
        long queued = jobs.insert(COURSE, NOON);
        jobs.start(running, NOON);

        assertThat(jobs.findUnfinished()).containsExactly(running, queued);
        assertThat(jobs.cancelQueued(running, LATER)).isFalse();
        assertThat(jobs.deleteEnded(running)).isFalse();
        assertThat(jobs.deleteEnded(queued)).isFalse();
        assertThat(jobs.cancelQueued(queued, LATER)).isTrue();
        assertThat(jobs.findUnfinished()).containsExactly(running);
        assertThat(jobs.deleteEnded(queued)).isTrue();
        assertThat(jobs.find(queued)).isEmpty();
    }

    @Test
    void keepsAHistoryToTheBitUntilItsJobIsDeleted() {
        long id = jobs.insert(COURSE, NOON);
        jobs.cancelQueued(id, NOON);
        CostHistory history = new CostHistory(
                id, new long[] {0, 1L << 40}, new double[] {0.1, 1e-300}, new double[] {0.3, 0.2}, null, new double[] {
                    1, 2
                });

        histories.save(history);

        assertThat(histories.find(id)).hasValueSatisfying(found -> {
            assertThat(found.iteration()).containsExactly(0, 1L << 40);
            assertThat(found.cost()).containsExactly(0.1, 1e-300);
            assertThat(found.loss()).containsExactly(0.3, 0.2);
            assertThat(found.validationCost()).isNull();
            assertThat(found.testCost()).containsExactly(1, 2);
        });
        jobs.deleteEnded(id);
        assertThat(histories.find(id)).isEmpty();
    }
}
