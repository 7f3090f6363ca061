package dev.feedforward.training.events;

import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import dev.feedforward.training.job.Job;
import dev.feedforward.training.job.JobStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One job and those who watch it. Told the time again and again, it sends each reader what that reader lacks: each
 * status, every point, and the end after the last point. For one thread, which never waits here.
 *
 * <p>Points go out in batches: readers that stand at the same place, as nearly all do, then share one encoded event.
 */
final class WatchedJob {

    /** When nothing is known to happen earlier; whoever has news wakes the thread. */
    private static final long IDLE = 100_000_000;

    /**
     * For the rest of an event that a reader is taking when its stream is to end; a service that closes has little
     * time.
     */
    static final long LEAVE = 500_000_000;

    private static final Logger log = LoggerFactory.getLogger(WatchedJob.class);

    private final long id;
    private final EventSource source;
    private final EventWriter writer;
    private final EventPace pace;
    private final Runnable news;
    private final List<Watcher> watchers = new ArrayList<>();
    private final Map<Long, CompletableFuture<CostEvent>> costs = new HashMap<>();
    private @Nullable CompletableFuture<Job> asked;
    private @Nullable Job job;
    private byte[] status = {};
    private boolean here;
    private boolean gone;
    private long goneAt;
    private boolean troubled;
    private boolean begun;
    private long lookedAt;
    private long batch;
    private long nextBatch;

    /** @param news run, on any thread, when the source has answered */
    WatchedJob(long id, EventSource source, EventWriter writer, EventPace pace, Runnable news) {
        this.id = id;
        this.source = source;
        this.writer = writer;
        this.pace = pace;
        this.news = news;
    }

    void add(Watcher watcher) {
        watchers.add(watcher);
    }

    /** How many watch. */
    int size() {
        return watchers.size();
    }

    /** Ends all streams, from the next round on: each once what was sent has gone, or, shortly after, without it. */
    void close(long now) {
        if (!gone) {
            gone = true;
            goneAt = now;
        }
    }

    /**
     * Sends what is due.
     *
     * @param readers of all jobs
     * @return when to come again at the latest
     */
    long round(long now, int readers) {
        look(now, readers);
        // First with what was asked for in the batch before: a slow database may have answered only now.
        boolean progress = serve(now);
        if (!begun || now - nextBatch >= 0) {
            begun = true;
            batch = now;
            nextBatch = now + interval(readers);
            costs.values().removeIf(CompletableFuture::isDone);
            progress |= serve(now);
        }
        watchers.removeIf(Watcher::isOver);
        if (gone) {
            return Math.min(nextBatch, goneAt + LEAVE);
        }
        return progress || !hasEnded() ? nextBatch : now + IDLE;
    }

    /** Answers whether points were sent. */
    private boolean serve(long now) {
        boolean progress = false;
        for (Watcher watcher : watchers) {
            progress |= !watcher.isOver() && serve(watcher, now);
        }
        return progress;
    }

    private boolean serve(Watcher watcher, long now) {
        if (gone) {
            leave(watcher, now);
            return false;
        }
        if (!watcher.isReady(now)) {
            if (watcher.isStalled(now, pace.stalledAfter())) {
                log.info(
                        "A reader of job {} took nothing for {} s and is let go",
                        id,
                        pace.stalledAfter() / 1_000_000_000);
                watcher.stream().hangUp();
            }
            return false;
        }
        if (watcher.knowsTheEnd()) {
            watcher.stream().close();
            return false;
        }
        watcher.commentEvery(pace.heartbeat(), now, writer.comment());
        return tellStatus(watcher, now) && tellCost(watcher, now);
    }

    private void leave(Watcher watcher, long now) {
        if (watcher.isReady(now)) {
            watcher.stream().close();
        } else if (now - goneAt >= LEAVE) {
            watcher.stream().hangUp();
        }
    }

    /** Answers whether the watcher knows the job's status and can be told more. */
    private boolean tellStatus(Watcher watcher, long now) {
        if (job == null) {
            return false;
        }
        if (!watcher.knows(job.status())) {
            watcher.tell(job.status(), status);
        }
        return watcher.isReady(now);
    }

    private boolean tellCost(Watcher watcher, long now) {
        if (!watcher.mayHaveCost(batch, hasEnded() ? 1 : EventPace.LIVE)) {
            return false;
        }
        CostEvent event = cost(watcher.cursor(), now);
        if (event == null || precedesItsStatus(event, now)) {
            return false;
        }
        if (!event.isNone()) {
            watcher.tell(event, now);
            return true;
        }
        if (job != null && hasEnded()) {
            watcher.tellTheEnd(writer.done(job));
            if (watcher.isReady(now)) {
                watcher.stream().close();
            }
        }
        return false;
    }

    /** What comes after {@code cursor}; null if the source has not answered yet. */
    private @Nullable CostEvent cost(long cursor, long now) {
        CompletableFuture<CostEvent> answer = costs.computeIfAbsent(cursor, after -> {
            CompletableFuture<CostEvent> asking = source.cost(id, after, writer);
            tellNews(asking);
            return asking;
        });
        return answer.isDone() ? settled(answer, now) : null;
    }

    /** A first point of a job that is not known to run yet: its status is looked at before the point is told. */
    private boolean precedesItsStatus(CostEvent event, long now) {
        boolean early = !event.isNone() && here && job != null && job.status() == JobStatus.QUEUED;
        if (early && asked == null && lookedAt - batch < 0) {
            ask(now);
        }
        return early && asked != null;
    }

    /** Takes in what the database has answered about the job, and asks again when it is time to. */
    private void look(long now, int readers) {
        if (asked != null && asked.isDone()) {
            Job found = settled(asked, now);
            asked = null;
            if (found != null) {
                observe(found, now);
            }
        }
        boolean nowHere = source.isHere(id);
        boolean due = job == null
                ? !begun || now - lookedAt >= pace.lookEvery()
                : !job.status().isEnded() && (nowHere != here || now - lookedAt >= pace.elsewhere(readers));
        here = nowHere;
        if (asked == null && due) {
            ask(now);
        }
    }

    private void ask(long now) {
        lookedAt = now;
        asked = source.job(id);
        tellNews(asked);
    }

    private void observe(Job found, long now) {
        if (job == null) {
            nextBatch = now; // Nobody has been told anything yet.
        }
        if (job == null || job.status() != found.status()) {
            status = writer.status(found);
            // What was asked for earlier may lack the last points.
            costs.clear();
        }
        job = found;
    }

    private void tellNews(CompletableFuture<?> answer) {
        if (!answer.isDone()) {
            answer.whenComplete((value, failure) -> news.run());
        }
    }

    /** The answer; null where there was a failure. */
    private <T> @Nullable T settled(CompletableFuture<T> answer, long now) {
        try {
            T value = answer.join();
            troubled = false;
            return value;
        } catch (RuntimeException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (cause instanceof ServiceException problem && isForGood(problem.type())) {
                close(now);
            } else if (!troubled) {
                troubled = true;
                log.warn("Those who watch job {} wait: it cannot be looked up", id, cause);
            }
            return null;
        }
    }

    private static boolean isForGood(ProblemType type) {
        return type == ProblemType.JOB_NOT_FOUND || type == ProblemType.DAMAGED;
    }

    private boolean hasEnded() {
        return job != null && job.status().isEnded();
    }

    private long interval(int readers) {
        if (hasEnded()) {
            return pace.ended(readers);
        }
        return here ? pace.here(readers) : pace.elsewhere(readers);
    }
}
