package dev.feedforward.training;

import dev.feedforward.nn.Network;
import dev.feedforward.training.history.CostPoint;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Where those who look at a network in training meet the thread that trains it, which makes the copies: nobody else can
 * tell when the weights are those of one iteration.
 */
final class Lookout {

    /** Who looks within this time sees what was seen before: a page asks several things about one network. */
    private static final Duration FRESH = Duration.ofMillis(100);

    private final Clock clock;
    private volatile @Nullable CompletableFuture<Snapshot> asked;
    private CompletableFuture<Snapshot> answered = new CompletableFuture<>();
    private Instant answeredAt = Instant.MIN;

    Lookout(Clock clock) {
        this.clock = clock;
    }

    /**
     * The network as it is now, or will be before its next iteration.
     *
     * @param iteration where the training is: what was seen there has not changed
     */
    synchronized CompletableFuture<Snapshot> look(long iteration) {
        CompletableFuture<Snapshot> waiting = asked;
        if (waiting != null) {
            return waiting;
        }
        boolean seen = answered.isDone();
        if (seen && (answered.join().iteration() == iteration || isFresh())) {
            return answered;
        }
        CompletableFuture<Snapshot> next = new CompletableFuture<>();
        asked = next;
        return next;
    }

    private boolean isFresh() {
        return clock.instant().isBefore(answeredAt.plus(FRESH));
    }

    /** Whether somebody waits to be shown the network: asked before every iteration, so it is one read. */
    boolean isAsked() {
        return asked != null;
    }

    /** Shows the network to those who wait. To be called on the thread that trains. */
    void show(PreparedTraining training, long iteration, Network network, @Nullable CostPoint point, double seconds) {
        Snapshot snapshot = new Snapshot(training, iteration, network, point, seconds);
        CompletableFuture<Snapshot> waiting;
        synchronized (this) {
            waiting = asked;
            asked = null;
            if (waiting != null) {
                answered = waiting;
                answeredAt = clock.instant();
            }
        }
        if (waiting != null) {
            waiting.complete(snapshot);
        }
    }
}
