package dev.feedforward.computing;

import java.util.concurrent.CompletableFuture;

/** One request's turn, which it may have, wait for, or have lent while it waits for the network. */
final class Turn {

    /** Where a turn is. */
    enum State {
        NONE,
        AWAITED,
        TAKEN,
        /** Its request waits for the network or another request, and others may take it. */
        LENT,
        /** Its request had one, and computes without, as none became free. */
        EXEMPT
    }

    private final String client;
    private State state = State.NONE;
    private CompletableFuture<Void> given = new CompletableFuture<>();
    private long lentAt;
    private long rested;

    /** @param client whose request it is, such as an address */
    Turn(String client) {
        this.client = client;
    }

    String client() {
        return client;
    }

    State state() {
        return state;
    }

    /** When it was lent, in the line's nanoseconds; as much earlier as it has rested before since it was given. */
    long lentAt() {
        return lentAt;
    }

    /** Done once the turn is taken. */
    CompletableFuture<Void> given() {
        return given;
    }

    void lend(long now) {
        state = State.LENT;
        lentAt = now - rested;
    }

    /** It was lent, and nobody had it meanwhile. */
    void resume(long now) {
        state = State.TAKEN;
        rested = now - lentAt;
    }

    void await() {
        state = State.AWAITED;
        given = new CompletableFuture<>();
    }

    void take() {
        state = State.TAKEN;
        rested = 0;
        given.complete(null);
    }

    void exempt() {
        state = State.EXEMPT;
    }

    void none() {
        state = State.NONE;
    }
}
