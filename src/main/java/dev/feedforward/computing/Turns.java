package dev.feedforward.computing;

import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Turns to compute, of which each request has one at most, on the thread that answers it. Without one requests would
 * compute on as many threads as there are, and whoever asks for little would wait for a core.
 *
 * <p>On a thread that answers no request, such as one that trains, nothing is taken and nothing waited for.
 */
@Component
public class Turns {

    /** Multiplications, or about so much of anything, that need no turn: a few milliseconds. */
    private static final long LIGHT = 2_000_000;

    /** How long a turn may rest in all. Less is not worth waiting in line again: data come in by packets. */
    private static final Duration REST = Duration.ofMillis(50);

    private static final Duration SOON = Duration.ofMillis(500);

    private final Line line;
    private final Duration patience;
    private final LongSupplier clock;
    private final Counter refused;
    private final ThreadLocal<Turn> current = new ThreadLocal<>();

    @Autowired
    Turns(ComputingProperties properties, AnsweringThreads threads, MeterRegistry registry) {
        this(properties.orWaiting(threads.share()), registry, System::nanoTime);
    }

    /** @param clock nanoseconds, from anywhere */
    Turns(ComputingProperties properties, MeterRegistry registry, LongSupplier clock) {
        this.clock = clock;
        line = new Line(properties);
        patience = properties.patience();
        Gauge.builder("feedforward.computing.turns", line, Line::taken)
                .description("Requests that compute")
                .register(registry);
        Gauge.builder("feedforward.computing.waiting", line, Line::waiting)
                .description("Requests that wait for a turn to compute")
                .register(registry);
        refused = Counter.builder("feedforward.computing.refused")
                .description("Requests that were refused because too many waited, or for too long")
                .register(registry);
    }

    /** From now on this thread answers a request of {@code client}, until {@link #end}. */
    public void begin(String client) {
        current.set(new Turn(client));
    }

    /**
     * Takes a turn, unless this thread's request has one.
     *
     * @throws ServiceException if too many wait, or this one waited too long
     */
    public void take() {
        Turn turn = current.get();
        if (turn == null || turn.state() != Turn.State.NONE) {
            return;
        }
        try {
            line.join(turn);
            if (!await(turn, patience.toNanos())) {
                throw line.tooLate(patience);
            }
        } catch (ServiceException e) {
            line.leave(turn);
            refused.increment();
            throw e;
        }
    }

    /**
     * The same, if it is worth one.
     *
     * @param work multiplications, or about so much of anything
     */
    public void takeFor(double work) {
        if (work > LIGHT) {
            take();
        }
    }

    /** Lets others have this thread's turn while it waits for something else, until {@link #goOn}. */
    public void rest() {
        Turn turn = current.get();
        if (turn != null) {
            line.lend(turn, clock.getAsLong());
        }
    }

    /** Goes on after a {@link #rest}; where others have the turn by now, once it is this one's again. */
    public void goOn() {
        Turn turn = current.get();
        if (turn != null && turn.state() == Turn.State.LENT) {
            line.rejoin(turn, clock.getAsLong());
            await(turn, Long.MAX_VALUE);
        }
    }

    /**
     * The same, but without a turn if none is free soon: for who may have something meanwhile that one with a turn
     * waits for, such as a value that is read for both. So go on as many as there are turns; more only after long.
     */
    public void goOnSoon() {
        Turn turn = current.get();
        if (turn == null || turn.state() != Turn.State.LENT) {
            return;
        }
        long begin = clock.getAsLong();
        line.rejoin(turn, begin);
        while (!await(turn, SOON.toNanos()) && !line.exempt(turn, clock.getAsLong() - begin > patience.toNanos())) {
            // Neither a turn nor a place without one is free yet.
        }
    }

    /** This thread's request is answered. */
    public void end() {
        Turn turn = current.get();
        if (turn != null) {
            current.remove();
            line.leave(turn);
        }
    }

    /** Whether the turn came within so many nanoseconds. Who waits looks himself for turns that rest. */
    private boolean await(Turn turn, long nanos) {
        long begin = clock.getAsLong();
        while (!turn.given().isDone()) {
            long now = clock.getAsLong();
            line.handOnLent(now - REST.toNanos());
            long left = nanos - (now - begin);
            if (left <= 0) {
                return turn.given().isDone();
            }
            waitFor(turn, Math.min(left, REST.toNanos()));
        }
        return true;
    }

    private static void waitFor(Turn turn, long nanos) {
        try {
            turn.given().get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            // It is looked at again by the caller, who knows for how long.
        } catch (ExecutionException e) {
            throw new IllegalStateException("a turn is given or not, and never fails", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceException(
                    ProblemType.UNAVAILABLE, "The service is stopping.", ProblemType.UNAVAILABLE.remedy());
        }
    }
}
