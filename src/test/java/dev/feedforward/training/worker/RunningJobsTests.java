package dev.feedforward.training.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.database.StoredJson;
import dev.feedforward.database.TestDatabase;
import dev.feedforward.training.job.Attempt;
import dev.feedforward.training.job.JobEnds;
import dev.feedforward.training.job.JobRepository;
import dev.feedforward.training.job.JobTransitions;
import dev.feedforward.training.job.Submission;
import dev.feedforward.training.job.Ticket;
import dev.feedforward.training.recipe.Recipe;
import dev.feedforward.training.recipe.TrainingData;
import dev.feedforward.training.request.TrainRequest;
import dev.feedforward.training.worker.JobRun.Order;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two instances on one database: what is done to a job through one of them reaches its worker in the other. */
class RunningJobsTests {

    private static final Recipe COURSE = TrainRequest.EMPTY.recipe(null, null, TrainingData.COURSE);

    @TempDir
    private Path directory;

    private JobRepository jobs;
    private JobTransitions transitions;
    private RunningJobs here;
    private RunningJobs there;
    private JobRun run;

    @BeforeEach
    void startHere() {
        JdbcClient jdbc = JdbcClient.create(TestDatabase.embedded(directory));
        jobs = new JobRepository(jdbc, new StoredJson());
        transitions = new JobTransitions(jdbc, new StoredJson());
        here = instance();
        there = instance();
        long id = jobs.insert(COURSE, new Submission("somebody", null, "", Instant.EPOCH), 1)
                .orElseThrow();
        run = here.begin(start(new Ticket(id, 1)));
    }

    @Test
    void leavesAJobAloneThatNobodyTouched() {
        here.compare();

        assertThat(run.continueAt(1)).isTrue();
    }

    @Test
    void stopsWithACheckpointWhenTheJobIsPaused() {
        transitions.pause(run.id());
        here.compare();

        assertThat(run.isTold(Order.PAUSE)).isTrue();
    }

    @Test
    void stopsWithACheckpointWhenTheJobIsPausedAndResumedBeforeItIsLookedAt() {
        transitions.pause(run.id());
        transitions.resume(run.id(), 2);
        here.compare();

        assertThat(run.isTold(Order.PAUSE)).isTrue();
    }

    @Test
    void writesNothingWhenTheResumedJobIsTakenUpElsewhere() {
        JobRun other = takeUpAnew(there);
        here.compare();
        there.compare();

        assertThat(run.isTold(Order.DROP)).isTrue();
        assertThat(other.continueAt(1)).isTrue();
    }

    @Test
    void writesNothingWhenTheResumedJobIsTakenUpByAnotherWorkerHere() {
        JobRun other = takeUpAnew(here);
        here.compare();

        assertThat(run.isTold(Order.DROP)).isTrue();
        assertThat(here.find(run.id())).containsSame(other);
        assertThat(other.continueAt(1)).isTrue();
    }

    @Test
    void stopsWhenTheJobIsCancelledOrDeleted() {
        transitions.cancel(run.id(), Instant.EPOCH);
        here.compare();
        assertThat(run.isTold(Order.CANCEL)).isTrue();

        transitions.deleteEnded(run.id());
        here.compare();
        assertThat(run.isTold(Order.DROP)).isTrue();
    }

    private JobRun takeUpAnew(RunningJobs instance) {
        transitions.pause(run.id());
        return instance.begin(start(transitions.resume(run.id(), 2).orElseThrow()));
    }

    private Attempt start(Ticket ticket) {
        return transitions.start(ticket, Instant.EPOCH).orElseThrow();
    }

    private RunningJobs instance() {
        return new RunningJobs(
                transitions,
                new JobEnds(transitions),
                Clock.systemUTC(),
                Clock.systemUTC(),
                new TrainingProperties(1, 1, Duration.ofDays(1)));
    }
}
