package dev.feedforward.stream;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;

/**
 * What goes to one reader. Nothing here waits: a reader that takes nothing is just not ready.
 *
 * <p>One thread sends; the connection may end, or be writable again, on any other.
 */
public final class EventStream {

    private final OutputStream output;
    private final BooleanSupplier writable;
    private final Ending ending;
    private volatile Runnable whenReady = () -> {};
    /** Until the connection says that it can be written to; it does so once for each time that it could not. */
    private volatile boolean blocked = true;

    private volatile boolean over;
    private boolean unflushed;

    /**
     * How a connection is ended.
     *
     * @param complete once all that was sent has gone; may wait for that, on a thread of the connection's own
     * @param hangUp at once, whatever was sent
     */
    public record Ending(Runnable complete, Runnable hangUp) {}

    /**
     * @param output takes a write, and a flush, without waiting after each time that {@code writable} says so
     * @param writable if false, {@link #ready()} is called later
     */
    public EventStream(OutputStream output, BooleanSupplier writable, Ending ending) {
        this.output = output;
        this.writable = writable;
        this.ending = ending;
    }

    /** Has {@code action} run, briefly and on any thread, whenever the stream becomes ready, or is over. */
    public void whenReady(Runnable action) {
        whenReady = action;
        if (!blocked) {
            action.run();
        }
    }

    /** The connection can be written to, for the first time or again. */
    public void ready() {
        blocked = false;
        whenReady.run();
    }

    /** The connection has ended, by whomever. */
    public synchronized void over() {
        over = true;
        whenReady.run();
    }

    public boolean isOver() {
        return over;
    }

    /** Whether everything that was sent has gone, so that more can be sent. */
    public synchronized boolean isReady() {
        if (blocked || over) {
            return false;
        }
        try {
            flush();
            return canWrite();
        } catch (IOException | RuntimeException e) {
            hangUp();
            return false;
        }
    }

    /** Sends {@code bytes}, if the reader is still there. Only when {@link #isReady()}. */
    public synchronized void send(byte[] bytes) {
        if (over) {
            return;
        }
        try {
            output.write(bytes);
            unflushed = true;
            flush();
        } catch (IOException | RuntimeException e) {
            // The container may have taken the connection back, and says that in many ways.
            hangUp();
        }
    }

    /** Ends the stream; what was sent and has not gone yet goes first if the reader takes it. */
    public synchronized void close() {
        if (!over && isReady()) {
            over = true;
            ending.complete().run();
        } else {
            hangUp();
        }
    }

    /** Ends the stream and drops what has not gone yet. */
    public synchronized void hangUp() {
        if (!over) {
            over = true;
            ending.hangUp().run();
        }
    }

    private void flush() throws IOException {
        if (unflushed && canWrite()) {
            output.flush();
            unflushed = false;
        }
    }

    private boolean canWrite() {
        // Before it is asked, as it may become writable while it still answers that it is not.
        blocked = true;
        if (writable.getAsBoolean()) {
            blocked = false;
            return true;
        }
        return false;
    }
}
