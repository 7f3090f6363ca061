package dev.feedforward.training.events;

import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import dev.feedforward.stream.EventStream;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Sends all readers the events of the jobs that they watch, on one thread. A reader costs a connection and a few
 * numbers; nothing is queued for it, because what it lacks is read from the job's history when it can take it.
 */
@Component
class EventPump {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final long LONGEST_SLEEP = 1_000_000_000;
    /**
     * Between two rounds, so that a thousand readers who become ready one after the other are not looked at each time.
     */
    private static final long SHORTEST_SLEEP = 500_000;

    private static final long SLEEP_PER_READER = 10_000;

    private static final Logger log = LoggerFactory.getLogger(EventPump.class);

    private final EventSource source;
    private final EventWriter writer;
    private final EventPace pace;
    private final int limit;
    private final Queue<Watcher> arrivals = new ConcurrentLinkedQueue<>();
    private final Map<Long, WatchedJob> watched = new HashMap<>();
    private final AtomicInteger readers = new AtomicInteger();
    private volatile boolean news;
    private volatile boolean closing;
    private volatile @Nullable Thread thread;

    EventPump(
            EventSource source,
            EventWriter writer,
            EventPace pace,
            EventProperties.Limits limits,
            MeterRegistry registry) {
        this.source = source;
        this.writer = writer;
        this.pace = pace;
        limit = limits.eventStreams();
        Gauge.builder("feedforward.event.streams", readers, AtomicInteger::get)
                .description("Readers of job events")
                .register(registry);
    }

    /**
     * Checks that one more reader may come.
     *
     * @throws ServiceException if there are too many, or the service is shutting down
     */
    void admit() {
        if (closing) {
            throw new ServiceException(
                    ProblemType.UNAVAILABLE,
                    "The service is shutting down.",
                    "Connect again when it has been started again, with the Last-Event-ID that you have.",
                    RETRY_AFTER);
        }
        if (readers.get() >= limit) {
            throw new ServiceException(
                    ProblemType.TOO_MANY_REQUESTS,
                    "%d readers are watching jobs, and no more may.".formatted(limit),
                    "Connect again when others have gone, or ask for the newest points now and then: curl"
                            + " '{service}/jobs/ID/cost?after=0'. The"
                            + " service's operator can raise feedforward.limits.event-streams.",
                    RETRY_AFTER);
        }
    }

    /**
     * Feeds {@code stream} from now on.
     *
     * @param cursor the last iteration that its reader knows of; -1 for none
     */
    void open(long job, long cursor, EventStream stream) {
        readers.incrementAndGet();
        arrivals.add(new Watcher(job, stream, cursor, System.nanoTime()));
        start();
        stream.whenReady(this::wake);
        wake();
    }

    private synchronized void start() {
        if (thread == null) {
            Thread started = new Thread(this::run, "events");
            started.setDaemon(true);
            started.start();
            thread = started;
        }
    }

    private synchronized boolean isFinished() {
        if (closing && readers.get() == 0) {
            thread = null;
            return true;
        }
        return false;
    }

    private void wake() {
        news = true;
        Thread sending = thread;
        if (sending != null) {
            LockSupport.unpark(sending);
        } else if (readers.get() > 0) {
            start();
        }
    }

    /** Ends all streams as soon as the service begins to close; their readers go on elsewhere from where they are. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
        wake();
    }

    private void run() {
        try {
            send();
        } finally {
            leave();
        }
    }

    /** After an error, such as that of a stack that overflows, the next thread goes on as soon as a reader is ready. */
    private synchronized void leave() {
        if (thread == Thread.currentThread()) {
            thread = null;
        }
    }

    private void send() {
        while (!isFinished()) {
            long next = System.nanoTime() + LONGEST_SLEEP;
            news = false;
            try {
                next = round(System.nanoTime());
            } catch (RuntimeException e) {
                log.error("Events could not be sent", e);
            }
            LockSupport.parkNanos(SHORTEST_SLEEP + readers.get() * SLEEP_PER_READER);
            sleepUntil(next);
        }
    }

    /** Sleeps, unless there was news since the last round or there is. */
    private void sleepUntil(long time) {
        for (long left = time - System.nanoTime(); left > 0 && !news; left = time - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Answers when the next round is due at the latest. */
    private long round(long now) {
        for (Watcher arrival = arrivals.poll(); arrival != null; arrival = arrivals.poll()) {
            watched.computeIfAbsent(arrival.job(), job -> new WatchedJob(job, source, writer, pace, this::wake))
                    .add(arrival);
        }
        if (closing) {
            watched.values().forEach(job -> job.close(now));
        }
        int count = readers.get();
        long next = now + LONGEST_SLEEP;
        int left = 0;
        for (WatchedJob job : watched.values()) {
            next = Math.min(next, job.round(now, count));
            left += job.size();
        }
        watched.values().removeIf(job -> job.size() == 0);
        readers.addAndGet(left - count);
        return next;
    }
}
