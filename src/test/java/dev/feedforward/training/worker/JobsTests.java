package dev.feedforward.training.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.feedforward.database.StoredJson;
import dev.feedforward.database.TestDatabase;
import dev.feedforward.training.job.Job;
import dev.feedforward.training.job.JobEnds;
import dev.feedforward.training.job.JobRepository;
import dev.feedforward.training.job.JobStatus;
import dev.feedforward.training.job.JobTransitions;
import dev.feedforward.training.job.Submission;
import dev.feedforward.training.recipe.Recipe;
import dev.feedforward.training.recipe.TrainingData;
import dev.feedforward.training.request.TrainRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where a job is looked up for somebody who waits for its end. */
class JobsTests {

    @TempDir
    private Path directory;

    private final BlockingQueue<Runnable> lookups = new LinkedBlockingQueue<>();
    private JobTransitions transitions;
    private JobEnds ends;
    private Jobs jobs;
    private long id;

    @BeforeEach
    void queueOne() {
        JdbcClient jdbc = JdbcClient.create(TestDatabase.embedded(directory));
        JobRepository repository = new JobRepository(jdbc, new StoredJson());
        transitions = new JobTransitions(jdbc, new StoredJson());
        ends = new JobEnds(transitions);
        RunningJobs running = new RunningJobs(
                transitions,
                ends,
                Clock.systemUTC(),
                Clock.systemUTC(),
                new TrainingProperties(1, 1, Duration.ofDays(1)));
        jobs = new Jobs(repository, running, ends, lookups::add);
        Recipe recipe = TrainRequest.EMPTY.recipe(null, null, TrainingData.COURSE);
        id = repository
                .insert(recipe, new Submission("somebody", null, "", Instant.EPOCH), 1)
                .orElseThrow();
    }

    @Test
    void answersAtOnceWhereNobodyWaits() {
        assertThat(jobs.find(id, 0)).isCompletedWithValueMatching(job -> job.status() == JobStatus.QUEUED);
    }

    @Test
    void leavesTheLookUpAfterATimeoutToAnotherThreadThanTheTimers() {
        CompletableFuture<Job> found = jobs.find(id, 1);

        await().until(() -> !lookups.isEmpty());
        assertThat(found).isNotDone();
        lookups.remove().run();
        assertThat(found).isCompletedWithValueMatching(job -> job.status() == JobStatus.QUEUED);
    }

    @Test
    void leavesTheLookUpAfterTheEndToAnotherThreadThanTheWorkers() {
        CompletableFuture<Job> found = jobs.find(id, 600);
        assertThat(lookups).isEmpty();

        transitions.cancel(id, Instant.EPOCH);
        ends.check(id);

        assertThat(found).isNotDone();
        lookups.remove().run();
        assertThat(found).isCompletedWithValueMatching(job -> job.status() == JobStatus.CANCELLED);
    }
}
