package dev.feedforward.training.worker;

import java.lang.ref.SoftReference;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hands snapshots of the weights from the training thread to those who ask for them. The training thread makes the
 * copies: nobody else can tell when the weights are those of one iteration.
 */
final class SnapshotRequests {

    /** Who looks within this time sees what was seen before: a page asks several things about one network. */
    private static final Duration FRESH = Duration.ofMillis(100);

    private final Clock clock;
    private volatile @Nullable CompletableFuture<Snapshot> asked;

    private int waiting;

    /** Softly, as whoever looked has given back the memory for it. */
    private SoftReference<CompletableFuture<Snapshot>> answered = new SoftReference<>(null);

    private Instant answeredAt = Instant.MIN;

    SnapshotRequests(Clock clock) {
        this.clock = clock;
    }

    /**
     * The network as it is now, or will be before its next iteration; {@link #leave} is for those who no longer wait.
     *
     * @param iteration where the training is: what was seen there has not changed
     */
    synchronized CompletableFuture<Snapshot> look(long iteration) {
        CompletableFuture<Snapshot> next = asked;
        if (next != null) {
            waiting++;
            return next;
        }
        CompletableFuture<Snapshot> known = answered.get();
        if (known != null && known.isDone() && (known.join().iteration() == iteration || isFresh())) {
            return known;
        }
        next = new CompletableFuture<>();
        asked = next;
        waiting = 1;
        return next;
    }

    /** One who was to be shown {@code network} no longer waits for it: where nobody does, no copy is made. */
    synchronized void leave(CompletableFuture<Snapshot> network) {
        if (network == asked) {
            waiting--;
            if (waiting == 0) {
                asked = null;
            }
        }
    }

    private boolean isFresh() {
        return clock.instant().isBefore(answeredAt.plus(FRESH));
    }

    /** Whether somebody waits to be shown the network: asked before every iteration, so it is one read. */
    boolean isAsked() {
        return asked != null;
    }

    /**
     * Shows the network to those who wait, who have reserved the memory for it. To be called on the thread that trains.
     *
     * @param copy makes a copy of the network as it is
     */
    void show(Supplier<Snapshot> copy) {
        asked().ifPresent(seen -> seen.complete(copy.get()));
    }

    /** Those who wait, who are about to be answered; those who look soon after share it. */
    private synchronized Optional<CompletableFuture<Snapshot>> asked() {
        CompletableFuture<Snapshot> seen = asked;
        if (seen != null) {
            asked = null;
            answered = new SoftReference<>(seen);
            answeredAt = clock.instant();
        }
        return Optional.ofNullable(seen);
    }
}
