package dev.feedforward.web.connection;

import java.io.IOException;
import java.net.InetAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One direction of an exchange: the bytes that went through, and how long a thread waited for the caller in all.
 *
 * <p>Waiting is counted by whoever {@linkplain #waited looks on}, so that time in which the service itself stood still
 * is not the caller's.
 */
final class Flow {

    private static final Logger log = LoggerFactory.getLogger(Flow.class);

    private static final long NANOS = Duration.ofSeconds(1).toNanos();

    private final SocketChannel socket;
    private final InetAddress peer;
    private final Waits waits;
    private final AtomicLong bytes = new AtomicLong();

    private volatile Duration waited = Duration.ZERO;
    // Of whoever looks on, alone.
    private Duration unearned = Duration.ZERO;
    private long paid;
    private volatile long turn;
    private volatile @Nullable Reason givenUp;

    Flow(SocketChannel socket, InetAddress peer, Waits waits) {
        this.socket = socket;
        this.peer = peer;
        this.waits = waits;
    }

    void passed(long count) {
        bytes.addAndGet(count);
    }

    /** A thread waits from now on. */
    void begin() {
        turn = Turns.next();
        waits.add(this);
    }

    /** The thread goes on; without effect if it was not waiting. */
    void end() {
        if (turn > 0) {
            turn = 0;
            waits.remove(this);
        }
    }

    /** The number of the present wait; 0 if no thread waits. */
    long turn() {
        return turn;
    }

    InetAddress peer() {
        return peer;
    }

    /**
     * Adds to the time that was waited, and tells whether that is more than the caller may take. What bytes earn makes
     * up for waiting before them, and is not kept for later: who has sent much may not stand still for as long.
     *
     * @param start how long may be waited
     * @param pace bytes that make up for a second
     */
    boolean waited(Duration more, Duration start, long pace) {
        waited = waited.plus(more);
        long now = bytes.get();
        Duration earned = Duration.ofNanos((now - paid) * NANOS / pace);
        paid = now;
        unearned =
                unearned.compareTo(earned) < 0 ? more : unearned.minus(earned).plus(more);
        return unearned.compareTo(start) > 0;
    }

    /** Why it was given up; null if it was not. */
    @Nullable
    Reason givenUp() {
        return givenUp;
    }

    /** Wakes the thread that waits, which finds that it is given up; whether it was waiting and not given up before. */
    boolean giveUp(Reason reason) {
        return waits.giveUp(this, reason);
    }

    /** As {@link #giveUp}, by its waits. */
    void end(Reason reason) {
        givenUp = reason;
        try {
            if (waits.direction() == Waits.Direction.BODY) {
                // The other direction stays open, for the answer.
                socket.shutdownInput();
            } else {
                // What was not taken yet is dropped, or the kernel would keep megabytes for a while.
                socket.setOption(StandardSocketOptions.SO_LINGER, 0);
                socket.shutdownOutput();
            }
        } catch (IOException e) {
            log.debug("{} has left already", peer, e);
        }
    }

    /** How long was waited and what passed meanwhile, for the caller to read. */
    String told() {
        return String.format(Locale.ROOT, "in %.1f s of waiting %d bytes", waited.toMillis() / 1e3, bytes.get());
    }
}
