package dev.feedforward.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.feedforward.database.StoredJson;
import dev.feedforward.database.TestDatabase;
import dev.feedforward.error.Problem;
import dev.feedforward.error.ProblemType;
import dev.feedforward.memory.MemoryBudget;
import dev.feedforward.memory.MemoryBudget.Reservation;
import dev.feedforward.memory.MemoryRefusedException;
import dev.feedforward.memory.RequestMemory;
import dev.feedforward.model.metrics.Figures;
import dev.feedforward.model.metrics.Metrics;
import dev.feedforward.training.job.Attempt;
import dev.feedforward.training.job.Job;
import dev.feedforward.training.job.JobEnds;
import dev.feedforward.training.job.JobRepository;
import dev.feedforward.training.job.JobStatus;
import dev.feedforward.training.job.JobTransitions;
import dev.feedforward.training.job.Outcome;
import dev.feedforward.training.job.Submission;
import dev.feedforward.training.job.Ticket;
import dev.feedforward.training.recipe.Recipe;
import dev.feedforward.training.recipe.TrainingData;
import dev.feedforward.training.request.TrainRequest;
import dev.feedforward.training.worker.Jobs;
import dev.feedforward.training.worker.RunningJobs;
import dev.feedforward.training.worker.TrainingProperties;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What those are answered for whose jobs are stored, though there is no memory to read all that came of them. */
class JobWaitsTests {

    private static final Wait NONE = Wait.of(false, null, null);
    private static final Wait SOME = Wait.of(true, 0, null);

    private final MemoryBudget budget = new MemoryBudget(1 << 20);

    private JobRepository repository;
    private JobTransitions transitions;
    private JobWaits waits;
    private long id;

    @BeforeEach
    void queueOne(@TempDir Path directory) {
        JdbcClient jdbc = JdbcClient.create(TestDatabase.embedded(directory));
        repository = new JobRepository(jdbc, new StoredJson());
        transitions = new JobTransitions(jdbc, new StoredJson());
        JobEnds ends = new JobEnds(transitions);
        RunningJobs running = new RunningJobs(
                transitions,
                ends,
                Clock.systemUTC(),
                Clock.systemUTC(),
                new TrainingProperties(1, 1, Duration.ofDays(1)));
        waits = new JobWaits(new Jobs(repository, running, ends, Runnable::run), repository);
        Recipe recipe = TrainRequest.EMPTY.recipe(null, null, TrainingData.COURSE);
        id = repository
                .insert(recipe, new Submission("somebody", null, "", Instant.EPOCH), 1)
                .orElseThrow();
    }

    @Test
    void tellsThatAJobIsAcceptedThoughNotAllThatCameOfIt() {
        end(JobStatus.SUCCEEDED, null);

        for (Wait waiting : List.of(NONE, SOME)) {
            JobAnswer answer = answer(waiting).join();

            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.body()).isInstanceOfSatisfying(Job.class, job -> {
                assertThat(job.id()).isEqualTo(id);
                assertThat(job.status()).isEqualTo(JobStatus.SUCCEEDED);
            });
        }
    }

    @Test
    void tellsThatAJobFailed() {
        end(JobStatus.FAILED, new Problem("/problems/training-failed", "Failed", 422, "It did.", "Do not."));

        assertThat(answer(NONE).join().status()).isEqualTo(202);
        assertThat(answer(SOME).join().status()).isEqualTo(422);
    }

    @Test
    void refusesThoseWhoLook() {
        end(JobStatus.SUCCEEDED, null);

        try (Reservation request = RequestMemory.begin(budget)) {
            assertThat(catchThrowable(() -> waits.answerToLook(id, NONE)))
                    .isInstanceOfSatisfying(
                            MemoryRefusedException.class,
                            problem -> assertThat(problem.type()).isEqualTo(ProblemType.TOO_LARGE_FOR_MEMORY));
        }
    }

    private CompletableFuture<JobAnswer> answer(Wait waiting) {
        try (Reservation request = RequestMemory.begin(budget)) {
            return waits.answerToSubmission(id, waiting);
        }
    }

    /** With more answers to test rows than there is memory for. */
    private void end(JobStatus status, @Nullable Problem problem) {
        Figures.Test test = new Figures.Test(new double[100_000][1], 0.3, Metrics.NONE);
        Attempt attempt = transitions.start(new Ticket(id, 1), Instant.EPOCH).orElseThrow();
        Figures figures = new Figures(0.1, 0.2, Metrics.NONE, test, null, 1.5);
        transitions.finish(
                attempt,
                status,
                Instant.EPOCH,
                3,
                status == JobStatus.SUCCEEDED ? 1 : null,
                new Outcome("iterations", 0.1, figures, List.of(), problem));
    }
}
