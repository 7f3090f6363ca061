package dev.feedforward.training.events;

import static org.awaitility.Awaitility.await;

import dev.feedforward.training.history.CostRecorder;
import dev.feedforward.training.job.Job;
import dev.feedforward.training.job.JobModel;
import dev.feedforward.training.job.JobStatus;
import dev.feedforward.training.job.Progress;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The thread that sends events to all readers. */
class EventPumpTests {

    private static final Job ENDED = new Job(
            7,
            JobStatus.SUCCEEDED,
            new JobModel("course", 1),
            Instant.EPOCH,
            null,
            null,
            Progress.of(JobStatus.SUCCEEDED, 0, 10, 1),
            null,
            null,
            null,
            List.of(),
            null);

    @Test
    void anotherGoesOnWhereItEndsWithAnError() {
        AtomicBoolean failed = new AtomicBoolean();
        EventSource source = new EventSource(
                id -> {
                    if (failed.compareAndSet(false, true)) {
                        throw new StackOverflowError("This test's, once");
                    }
                    return true;
                },
                id -> ENDED,
                (job, after, most) -> new CostRecorder().history(job),
                Runnable::run);
        EventPump pump = new EventPump(
                source,
                new EventWriter(JsonMapper.shared()),
                new EventPace(1_000_000_000, 1_000_000_000, 1_000_000),
                new EventProperties.Limits(10),
                new SimpleMeterRegistry());
        FakeReader reader = new FakeReader();

        pump.open(7, -1, reader.stream);

        await().dontCatchUncaughtExceptions().until(() -> {
            reader.stream.ready();
            return failed.get() && reader.stream.isOver();
        });
    }
}
