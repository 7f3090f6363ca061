package dev.feedforward.training.events;

import dev.feedforward.stream.EventStream;
import dev.feedforward.training.job.JobStatus;
import org.jspecify.annotations.Nullable;

/** One reader of a job's events: what it has been told so far. Times are those of {@link System#nanoTime()}. */
final class Watcher {

    private final long job;
    private final EventStream stream;
    private long cursor;
    private @Nullable JobStatus told;
    private boolean toldTheEnd;
    private long lastCost;
    private long lastComment;
    private long lastReady;

    /** @param cursor the last iteration that the reader knows of; -1 for none */
    Watcher(long job, EventStream stream, long cursor, long now) {
        this.job = job;
        this.stream = stream;
        this.cursor = cursor;
        lastCost = now - Long.MAX_VALUE / 2;
        lastComment = now;
        lastReady = now;
    }

    long job() {
        return job;
    }

    EventStream stream() {
        return stream;
    }

    long cursor() {
        return cursor;
    }

    boolean isOver() {
        return stream.isOver();
    }

    boolean isReady(long now) {
        boolean ready = stream.isReady();
        if (ready) {
            lastReady = now;
        }
        return ready;
    }

    /** Whether the reader has taken nothing for so long, in nanoseconds. */
    boolean isStalled(long now, long after) {
        return now - lastReady >= after;
    }

    boolean knows(JobStatus status) {
        return told == status;
    }

    void tell(JobStatus status, byte[] event) {
        told = status;
        stream.send(event);
    }

    /** Whether the last event with points was sent long enough before {@code time}. */
    boolean mayHaveCost(long time, long interval) {
        return time - lastCost >= interval;
    }

    void tell(CostEvent event, long now) {
        cursor = event.last();
        lastCost = now;
        stream.send(event.bytes());
    }

    boolean knowsTheEnd() {
        return toldTheEnd;
    }

    void tellTheEnd(byte[] event) {
        toldTheEnd = true;
        stream.send(event);
    }

    void commentEvery(long interval, long now, byte[] comment) {
        if (now - lastComment >= interval) {
            lastComment = now;
            stream.send(comment);
        }
    }
}
