package dev.feedforward.training;

import dev.feedforward.nn.TrainingListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A job while it waits or runs in this process: where its training reports, and where it is told to stop. */
final class JobRun implements TrainingListener {

    private final long id;
    private final CostRecorder recorder = new CostRecorder();
    private final AtomicBoolean waiting = new AtomicBoolean(true);
    private final AtomicLong iteration = new AtomicLong();
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private volatile @Nullable Instant startedAt;
    private @Nullable Clock clock;
    private @Nullable Instant deadline;
    private boolean outOfTime;
    private volatile boolean stopping;
    private volatile boolean handedBack;

    JobRun(long id) {
        this.id = id;
    }

    long id() {
        return id;
    }

    /** Answers true the first time: the job waits no more. */
    boolean leaveQueue() {
        return waiting.getAndSet(false);
    }

    /** The training begins, or begins again. */
    void started(Instant now) {
        recorder.clear();
        outOfTime = false;
        startedAt = now;
    }

    /** Ends the training before its next iteration, for good. */
    void cancel() {
        stopping = true;
    }

    /** Ends the training before its next iteration; the job starts again when the service does. */
    void handBack() {
        handedBack = true;
        stopping = true;
    }

    boolean isHandedBack() {
        return handedBack;
    }

    /** Ends the training once {@code newClock} has passed {@code newDeadline}. Call it on the thread that trains. */
    void limit(Clock newClock, Instant newDeadline) {
        clock = newClock;
        deadline = newDeadline;
    }

    /** Whether it was for want of time that the training ended. */
    boolean isOutOfTime() {
        return outOfTime;
    }

    /** Done when the job has ended and that is stored, or when it was handed back. */
    CompletableFuture<Void> over() {
        return over;
    }

    CostHistory history() {
        return recorder.history(id);
    }

    /** The first {@code maxPoints} points after an iteration, or as many as there are. */
    CostHistory historyAfter(long afterIteration, int maxPoints) {
        return recorder.after(id, afterIteration, maxPoints);
    }

    long iteration() {
        return iteration.get();
    }

    @Nullable
    Double lastCost() {
        return recorder.lastCost();
    }

    /** {@code job}, with how far it is at this moment. */
    Job observe(Job job, Instant now) {
        Instant start = startedAt;
        if (start == null || job.status() != JobStatus.RUNNING) {
            return job;
        }
        Progress progress = job.progress().at(iteration.get(), Duration.between(start, now));
        return job.observed(progress, recorder.lastCost());
    }

    @Override
    public boolean continueAt(long atIteration) {
        // Readers may see an iteration late; a full fence on each would cost more than a small network's iteration.
        iteration.lazySet(atIteration);
        if (stopping) {
            return false;
        }
        outOfTime = deadline != null && clock != null && clock.instant().isAfter(deadline);
        return !outOfTime;
    }

    @Override
    public void recorded(long atIteration, double cost, double loss, double validationCost, double testCost) {
        recorder.add(atIteration, cost, loss, validationCost, testCost);
    }
}
