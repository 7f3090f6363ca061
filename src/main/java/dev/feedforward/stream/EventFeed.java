package dev.feedforward.stream;

/** What a controller answers that goes on answering: a stream of Server-Sent Events. */
@FunctionalInterface
public interface EventFeed {

    /** Begins to feed {@code stream}, on whatever thread, and comes back at once. */
    void begin(EventStream stream);
}
