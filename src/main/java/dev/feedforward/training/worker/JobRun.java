package dev.feedforward.training.worker;

import dev.feedforward.nn.Network;
import dev.feedforward.nn.training.TrainingListener;
import dev.feedforward.training.diagnosis.Warning;
import dev.feedforward.training.history.CostHistory;
import dev.feedforward.training.history.CostPoint;
import dev.feedforward.training.history.CostRecorder;
import dev.feedforward.training.job.Attempt;
import dev.feedforward.training.job.Job;
import dev.feedforward.training.job.JobStatus;
import dev.feedforward.training.job.JobTransitions.Reached;
import dev.feedforward.training.recipe.PreparedTraining;
import dev.feedforward.training.recipe.TrainingMemory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A job while it is trained in this process: where its training reports, and where it is told what to do. */
public final class JobRun implements TrainingListener, TrainingMemory.Waiting {

    /** What a training is told to do before its next iteration; of two orders the later one here counts. */
    public enum Order {
        /** Write a checkpoint and go on. */
        CHECKPOINT,
        /** Write a checkpoint and stop. */
        PAUSE,
        /** Write a checkpoint and stop; the job goes on as soon as somebody takes it up. */
        HAND_BACK,
        /** Stop; what has been reached is told, but not kept. */
        CANCEL,
        /** Stop and write nothing: the job is another worker's, or no more. */
        DROP
    }

    private final Attempt attempt;
    private final Clock clock;
    private final Clock steadyClock;
    private final TrainingTime time;
    private final CheckpointTiming timing;
    private final CostRecorder recorder = new CostRecorder();
    private final AtomicLong iteration = new AtomicLong();
    private final List<Warning> warnings = new ArrayList<>();
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private final SnapshotRequests snapshotRequests;
    private volatile boolean restored;
    private volatile @Nullable Order order;
    private volatile @Nullable Warning standstill;
    private volatile @Nullable Warning awaited;
    private volatile @Nullable PreparedTraining training;
    private @Nullable Network network;
    private BooleanSupplier checkpoint = () -> false;
    private int savedPoints;
    private @Nullable Duration limit;
    private boolean outOfTime;

    /**
     * @param clock the time of day
     * @param steadyClock for durations
     */
    JobRun(Attempt attempt, Clock clock, Clock steadyClock, Duration checkpointEvery) {
        this.attempt = attempt;
        this.clock = clock;
        this.steadyClock = steadyClock;
        time = new TrainingTime(steadyClock);
        snapshotRequests = new SnapshotRequests(steadyClock);
        timing = new CheckpointTiming(checkpointEvery, steadyClock);
    }

    public long id() {
        return attempt.job();
    }

    Attempt attempt() {
        return attempt;
    }

    Instant now() {
        return clock.instant();
    }

    /** Goes on from where the job was when it was taken up: its history so far and the time that it took. */
    void restore(long atIteration, CostHistory history, Duration trained) {
        recorder.addAll(history);
        savedPoints = recorder.size();
        iteration.set(atIteration);
        time.start(trained);
        restored = true;
    }

    /** Takes note of what the job's owner should know. */
    void warn(Warning warning) {
        warnings.add(warning);
    }

    /** What the job's owner should know of how it ran. */
    List<Warning> warnings() {
        return List.copyOf(warnings);
    }

    /** Whether it is known what went before. */
    public boolean isRestored() {
        return restored;
    }

    /**
     * The training begins, or goes on.
     *
     * @param newCheckpoint writes a checkpoint; false if the job is no longer this worker's
     * @param newLimit the training time that ends it, or null for none
     */
    void begin(BooleanSupplier newCheckpoint, @Nullable Duration newLimit) {
        checkpoint = newCheckpoint;
        limit = newLimit;
    }

    /** What is trained, so that it can be looked at; {@code newNetwork} is changed by the thread that calls this. */
    public void open(PreparedTraining newTraining, Network newNetwork) {
        network = newNetwork;
        training = newTraining;
    }

    /** What is trained; nothing while that is still being found. */
    public Optional<PreparedTraining> training() {
        return Optional.ofNullable(training);
    }

    /** The network as it is now; done at the latest before the next iteration, or never where there is none. */
    public CompletableFuture<Snapshot> look() {
        return snapshotRequests.look(iteration.get());
    }

    /** One who looked no longer waits. */
    public void leave(CompletableFuture<Snapshot> network) {
        snapshotRequests.leave(network);
    }

    /** Tells the training what to do before its next iteration. */
    public synchronized void order(Order next) {
        Order current = order;
        if (current == null || next.compareTo(current) > 0) {
            order = next;
        }
        notifyAll();
    }

    /** Tells the training to write a checkpoint if the time has come for one; where it stands still it is at that. */
    void checkpointIfDue() {
        if (!standsStill() && timing.isDue()) {
            order(Order.CHECKPOINT);
        }
    }

    CheckpointTiming timing() {
        return timing;
    }

    /** Whether the training was told {@code asked}, which it is to stop by. */
    boolean isTold(Order asked) {
        return order == asked;
    }

    /** Whether the training was told to stop, whatever is to become of it. */
    @Override
    public boolean isToldToStop() {
        Order told = order;
        return told != null && told != Order.CHECKPOINT;
    }

    /** The training is over: what is still done for the job is no training time. */
    void stopClock() {
        time.stop();
    }

    /** Whether it was for want of time that the training ended. */
    boolean isOutOfTime() {
        return outOfTime;
    }

    /** Done when nothing more is done or written for the job in this process. */
    public CompletableFuture<Void> over() {
        return over;
    }

    /** The last recorded point; null before the first. */
    @Nullable
    CostPoint lastPoint() {
        return recorder.last();
    }

    CostHistory history() {
        return recorder.history(id());
    }

    /** The first {@code maxPoints} points after an iteration, or as many as there are. */
    public CostHistory historyAfter(long afterIteration, int maxPoints) {
        return recorder.after(id(), afterIteration, maxPoints);
    }

    /** The points that are not stored yet. */
    CostHistory unsaved() {
        return recorder.from(id(), savedPoints);
    }

    int savedPoints() {
        return savedPoints;
    }

    /** Takes note that {@code chunk} is stored. */
    void saved(CostHistory chunk) {
        savedPoints += chunk.iteration().length;
    }

    Reached reached() {
        Double cost = recorder.lastCost();
        return new Reached(iteration.get(), cost == null || !Double.isFinite(cost) ? null : cost, time.elapsed());
    }

    /** The time that the job has trained, in seconds. */
    double seconds() {
        return time.elapsed().toNanos() / 1e9;
    }

    /** Whether the training stands still because nothing can be stored. */
    public boolean standsStill() {
        return standstill != null;
    }

    /** Stands still for {@code retry}, or until there is something to do; this is no training time. */
    synchronized void standStill(Warning why, Duration retry) {
        if (!standsStill()) {
            time.stop();
            standstill = why;
        }
        try {
            wait(retry.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            order = Order.HAND_BACK;
        }
    }

    @Override
    public void await(@Nullable Warning what) {
        awaited = what;
    }

    /** Ends the wait of a training that stands still. */
    public synchronized void tryAgain() {
        notifyAll();
    }

    /** What was written is stored, so that the training goes on. */
    void goOn() {
        if (standsStill()) {
            standstill = null;
            time.start(time.elapsed());
        }
    }

    /** {@code job}, with how far it is at this moment. */
    Job observe(Job job) {
        if (job.status() != JobStatus.RUNNING) {
            return job;
        }
        Warning waits = awaited;
        if (waits != null || !restored) {
            return waits == null ? job : job.waiting(waits);
        }
        Reached reached = reached();
        Job observed = job.observed(job.progress().at(reached.iteration(), reached.trained()), reached.cost());
        Warning warning = standstill;
        return warning == null ? observed : observed.standingStill(warning);
    }

    @Override
    public boolean continueAt(long atIteration) {
        // Readers may see an iteration late; a full fence on each would cost more than a small network's iteration.
        iteration.lazySet(atIteration);
        if (snapshotRequests.isAsked()) {
            show(atIteration);
        }
        Order told = order;
        return (told == null || obey(told)) && !isPastLimit();
    }

    private void show(long atIteration) {
        PreparedTraining trained = training;
        Network shown = network;
        if (trained != null && shown != null) {
            snapshotRequests.show(() -> new Snapshot(trained, atIteration, shown, recorder.last(), seconds()));
        }
    }

    private boolean obey(Order told) {
        if (told == Order.CANCEL || told == Order.DROP) {
            return false;
        }
        if (!checkpoint.getAsBoolean()) {
            order(Order.DROP);
            return false;
        }
        synchronized (this) {
            if (order == Order.CHECKPOINT) {
                order = null;
            }
            return order == null;
        }
    }

    private boolean isPastLimit() {
        outOfTime = limit != null && time.elapsed().compareTo(limit) > 0;
        return outOfTime;
    }

    @Override
    public void recorded(long atIteration, double cost, double loss, double validationCost, double testCost) {
        recorder.add(atIteration, cost, loss, validationCost, testCost);
    }
}
