package dev.feedforward.training.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import dev.feedforward.training.history.CostHistory;
import dev.feedforward.training.history.CostRecorder;
import dev.feedforward.training.job.Job;
import dev.feedforward.training.job.JobModel;
import dev.feedforward.training.job.JobStatus;
import dev.feedforward.training.job.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Time passes here only when a test says so, and the database answers when it is told to. */
class WatchedJobTests {

    private static final long MS = 1_000_000;
    private static final EventPace PACE = new EventPace(
            Duration.ofSeconds(15).toNanos(), Duration.ofSeconds(60).toNanos(), 500 * MS);

    private final CostRecorder recorder = new CostRecorder();
    private final Queue<Runnable> questions = new ArrayDeque<>();
    private final List<Long> costQuestions = new ArrayList<>();
    private int lookups;
    private int news;
    private boolean here = true;
    private boolean away;
    private JobStatus status = JobStatus.RUNNING;
    private long now = 1_000 * MS;

    private final EventSource source = new EventSource(id -> here, this::find, this::points, questions::add);
    private final WatchedJob job = new WatchedJob(7, source, new EventWriter(JsonMapper.shared()), PACE, () -> news++);

    @Test
    void tellsTheStatusThenEveryPointThenTheEndAndCloses() {
        record(0, 2_500);
        status = JobStatus.SUCCEEDED;
        FakeReader reader = watch(-1);

        run(10 * MS);

        assertThat(reader.events())
                .extracting(FakeReader.Event::name)
                .containsExactly("status", "cost", "cost", "cost", "done");
        assertThat(reader.costs()).extracting(FakeReader.Event::id).containsExactly("9990", "19990", "24990");
        assertThat(reader.iterations()).isEqualTo(iterations(0, 2_500));
        assertThat(reader.costs().get(0).data().get("cost")).hasSize(1_000);
        assertThat(reader.events().get(4).data().get("status").asString()).isEqualTo("SUCCEEDED");
        assertThat(reader.closed).isTrue();
        assertThat(job.size()).isZero();
    }

    @Test
    void sendsAtMostTenEventsWithPointsASecondWhileTheJobGoesOn() {
        FakeReader reader = watch(-1);
        int point = 0;
        for (int i = 0; i < 1_000; i++) { // A second in steps of a millisecond, a point each.
            record(point, point + 1);
            point++;
            run(MS);
        }

        assertThat(reader.costs()).hasSizeBetween(9, 10);
        List<Long> sent = reader.iterations();
        assertThat(sent).isEqualTo(iterations(0, sent.size())).hasSizeGreaterThan(890);
    }

    @Test
    void takesNoMoreThanAThousandEventsASecondForAllReaders() {
        FakeReader reader = watch(-1);
        round(2_000);
        answer();
        for (int i = 0; i < 101; i++) {
            record(i, i + 1);
            round(2_000);
            now += 100 * MS;
        }

        assertThat(reader.costs())
                .extracting(FakeReader.Event::id)
                .containsExactly("0", "200", "400", "600", "800", "1000");
        assertThat(reader.iterations()).isEqualTo(iterations(0, 101));
    }

    @Test
    void sendsTheLastPointsBeforeTheEndThoughTheyCameAfterTheLastBatch() {
        record(0, 5);
        FakeReader reader = watch(-1);
        run(10 * MS);
        record(5, 8);
        status = JobStatus.SUCCEEDED;
        here = false;

        run(200 * MS);

        assertThat(reader.iterations()).isEqualTo(iterations(0, 8));
        assertThat(reader.events().get(reader.events().size() - 1).name()).isEqualTo("done");
        assertThat(reader.closed).isTrue();
    }

    @Test
    void givesTheSamePointsInAllWhereverAReaderGoesOn() {
        record(0, 2_100);
        status = JobStatus.SUCCEEDED;
        List<Long> all = iterations(0, 2_100);
        for (long cursor = -1; cursor < 21_010; cursor += 7) {
            FakeReader reader = watch(cursor);
            run(10 * MS);

            long last = cursor;
            assertThat(reader.closed).isTrue();
            assertThat(reader.iterations())
                    .isEqualTo(all.stream().filter(i -> i > last).toList());
        }
    }

    @Test
    void leavesNoGapAndRepeatsNothingForReadersWhoComeAndGo() {
        List<Long> seen = new ArrayList<>();
        long cursor = -1;
        int point = 0;
        for (int connection = 0; connection < 20; connection++) {
            FakeReader reader = watch(cursor);
            for (int i = 0; i < 13 * connection; i++) {
                record(point, point + 1);
                point++;
                run(MS);
            }
            reader.stream.over();
            seen.addAll(reader.iterations());
            cursor = seen.isEmpty() ? -1 : seen.get(seen.size() - 1);
        }
        assertThat(seen).isEqualTo(iterations(0, seen.size())).hasSizeGreaterThan(2_000);
    }

    @Test
    void sharesEventsAmongReadersAtTheSamePlace() {
        here = false;
        List<FakeReader> readers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            readers.add(watch(-1));
        }
        for (int i = 0; i < 5; i++) {
            record(10 * i, 10 * i + 10);
            run(500 * MS);
        }

        assertThat(readers).allSatisfy(reader -> assertThat(reader.iterations()).isEqualTo(iterations(0, 50)));
        assertThat(costQuestions).hasSameSizeAs(new HashSet<>(costQuestions));
        assertThat(lookups).isLessThanOrEqualTo(6);
    }

    @Test
    void asksTheDatabaseTwiceASecondAboutAJobThatRunsElsewhere() {
        here = false;
        FakeReader reader = watch(-1);
        for (int i = 0; i < 100; i++) { // Ten seconds.
            record(i, i + 1);
            run(100 * MS);
        }

        assertThat(lookups).isBetween(19, 21);
        assertThat(costQuestions).hasSizeBetween(19, 21);
        assertThat(reader.iterations())
                .isEqualTo(iterations(0, reader.iterations().size()))
                .hasSizeGreaterThan(94);
    }

    @Test
    void keepsStreamsOpenWhileTheDatabaseIsAwayAndGoesOn() {
        here = false;
        FakeReader reader = watch(-1);
        record(0, 3);
        run(100 * MS);
        away = true;
        record(3, 6);
        for (int i = 0; i < 400; i++) {
            run(100 * MS);
        }
        assertThat(reader.iterations()).isEqualTo(iterations(0, 3));
        assertThat(reader.events().stream().filter(event -> event.name().equals("comment")))
                .hasSize(2);
        assertThat(reader.closed || reader.hungUp).isFalse();

        away = false;
        run(500 * MS);
        run(500 * MS);
        assertThat(reader.iterations()).isEqualTo(iterations(0, 6));
    }

    @Test
    void keepsStreamsOpenWhileTheDatabaseDoesNotAnswer() {
        here = false;
        FakeReader reader = watch(-1);
        for (int i = 0; i < 310; i++) {
            now += 100 * MS;
            round(1);
        }
        assertThat(reader.text()).isEqualTo(": still here\n\n: still here\n\n");
        assertThat(questions).hasSizeLessThan(3);
    }

    @Test
    void tellsEachChangeOfStatusAndThatAJobRunsBeforeItsFirstPoint() {
        status = JobStatus.QUEUED;
        FakeReader reader = watch(-1);
        run(300 * MS);
        status = JobStatus.RUNNING;
        record(0, 3);
        run(100 * MS);
        status = JobStatus.CANCELLED;
        here = false;
        run(100 * MS);

        assertThat(reader.events())
                .extracting(FakeReader.Event::name)
                .containsExactly("status", "status", "cost", "status", "done");
        assertThat(reader.events())
                .extracting(event -> event.data().path("status").asString("").toLowerCase(Locale.ROOT))
                .containsExactly("queued", "running", "", "cancelled", "cancelled");
    }

    @Test
    void aStalledReaderHoldsUpNobodyAndIsLetGo() {
        FakeReader stalled = watch(-1);
        FakeReader active = watch(-1);
        run(MS);
        stalled.read(false);
        for (int i = 0; i < 610; i++) {
            record(i, i + 1);
            run(100 * MS);
        }

        assertThat(active.iterations()).isEqualTo(iterations(0, 610));
        assertThat(stalled.costs()).isEmpty();
        assertThat(stalled.hungUp).isTrue();
        assertThat(active.closed || active.hungUp).isFalse();
        assertThat(job.size()).isEqualTo(1);
    }

    @Test
    void aReaderThatWasSlowMissesNothing() {
        FakeReader slow = watch(-1);
        for (int i = 0; i < 100; i++) {
            record(i, i + 1);
            slow.read(i % 10 == 0);
            run(100 * MS);
        }
        slow.read(true);
        status = JobStatus.SUCCEEDED;
        run(500 * MS);
        run(10 * MS);

        assertThat(slow.iterations()).isEqualTo(iterations(0, 100));
        assertThat(slow.closed).isTrue();
    }

    @Test
    void letsGoOfAReaderWhoseConnectionBroke() {
        FakeReader gone = watch(-1);
        run(MS);
        gone.broken = true;
        record(0, 1);
        run(100 * MS);

        assertThat(job.size()).isZero();
        assertThat(gone.hungUp).isTrue();
    }

    @Test
    void endsTheStreamsOfAJobThatWasDeleted() {
        here = false;
        FakeReader reader = watch(-1);
        run(100 * MS);
        status = null;
        run(500 * MS);
        run(500 * MS);

        assertThat(reader.closed).isTrue();
        assertThat(job.size()).isZero();
    }

    @Test
    void whoIsTakingAnEventWhenAllStreamsEndGetsTheRestOfIt() {
        FakeReader taking = watch(-1);
        FakeReader stalled = watch(-1);
        run(MS);
        taking.read(false);
        stalled.read(false);

        job.close(now);
        run(WatchedJob.LEAVE - 100 * MS);
        assertThat(taking.closed || taking.hungUp || stalled.hungUp).isFalse();

        taking.read(true);
        run(100 * MS);
        round(2);
        assertThat(taking.closed).isTrue();
        assertThat(stalled.hungUp).isTrue();
        assertThat(job.size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsALargeHistoryInTime(boolean fromMemory) {
        here = fromMemory;
        record(0, 100_000);
        status = JobStatus.SUCCEEDED;
        FakeReader reader = watch(-1);
        long start = now;
        run(1_000 * MS);

        assertThat(now - start).isLessThanOrEqualTo(1_000 * MS);
        assertThat(reader.costs()).hasSize(100);
        assertThat(reader.iterations()).isEqualTo(iterations(0, 100_000));
        assertThat(reader.closed).isTrue();
    }

    @Test
    void readsALargeHistoryFromADatabaseThatTakesItsTime() {
        here = false;
        record(0, 10_000);
        status = JobStatus.SUCCEEDED;
        FakeReader reader = watch(-1);
        for (int i = 0; i < 40; i++) { // Each answer comes long after the next batch is due.
            round(1);
            answer();
            now += 30 * MS;
        }

        assertThat(costQuestions).hasSize(11);
        assertThat(reader.iterations()).isEqualTo(iterations(0, 10_000));
        assertThat(reader.closed).isTrue();
    }

    private FakeReader watch(long cursor) {
        FakeReader reader = new FakeReader();
        job.add(new Watcher(7, reader.stream, cursor, now));
        return reader;
    }

    /** Lets time pass as the pump does: to when a round asks for the next, or at once where there is news. */
    private void run(long nanos) {
        long end = now + nanos;
        while (now < end) {
            long next = Math.max(now + 1, Math.min(end, round(job.size())));
            now = answer() ? now + 1 : next;
        }
        while (answer()) {
            round(job.size());
        }
    }

    private long round(int readers) {
        return job.round(now, readers);
    }

    private boolean answer() {
        boolean answered = false;
        for (Runnable question = questions.poll(); question != null; question = questions.poll()) {
            question.run();
            answered = true;
        }
        return answered;
    }

    private void record(int from, int to) {
        for (int i = from; i < to; i++) {
            recorder.add(10L * i, 1.0 / (i + 1), i, Double.NaN, Double.NaN);
        }
    }

    private static List<Long> iterations(int from, int to) {
        return LongStream.range(from, to).map(i -> 10 * i).boxed().toList();
    }

    private CostHistory points(long id, long after, int max) {
        costQuestions.add(after);
        check();
        return recorder.after(id, after, max);
    }

    private Job find(long id) {
        lookups++;
        check();
        if (status == null) {
            throw new ServiceException(ProblemType.JOB_NOT_FOUND, "There is no job 7.", "Look.");
        }
        return new Job(
                id,
                status,
                new JobModel("course", null),
                Instant.EPOCH,
                null,
                null,
                Progress.of(status, 0, 100, 1),
                null,
                null,
                null,
                List.of(),
                null);
    }

    private void check() {
        if (away) {
            throw new IllegalStateException("The database is away");
        }
    }
}
