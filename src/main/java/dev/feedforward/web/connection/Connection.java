package dev.feedforward.web.connection;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.coyote.Processor;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A caller's connection, from its acceptance to its end. */
final class Connection {

    private static final Logger log = LoggerFactory.getLogger(Connection.class);

    private static final ThreadLocal<@Nullable Connection> SERVED = new ThreadLocal<>();

    /** What a connection is at. */
    enum State {
        /** The headers of a request are to come, or the rest of them. */
        ASKING,
        /** Between two requests. */
        IDLE,
        /** A thread is at its request. */
        SERVED,
        /** Its request is answered without a thread: by events, or when a job has ended. */
        PARKED
    }

    /** A state, since when, and how long of it the caller was waited for; counted by one thread alone. */
    private static final class Phase {

        private final State state;
        private final long turn = Turns.next();
        private Duration waited = Duration.ZERO;

        private Phase(State state) {
            this.state = state;
        }
    }

    private final NioSocketWrapper wrapper;
    private final SocketChannel socket;
    private final InetAddress peer;
    private final boolean plain;

    private volatile Phase phase = new Phase(State.ASKING);
    private volatile @Nullable Exchange exchange;
    private volatile boolean hungUp;

    /**
     * One of {@code peer}.
     *
     * @param plain whether what is written to {@code socket} is read by the caller as it is, which TLS does not
     */
    Connection(NioSocketWrapper wrapper, SocketChannel socket, InetAddress peer, boolean plain) {
        this.wrapper = wrapper;
        this.socket = socket;
        this.peer = peer;
        this.plain = plain;
    }

    /** The one behind Tomcat's wrapper; null when it is closed. */
    static @Nullable Connection of(SocketWrapperBase<NioChannel> wrapper) {
        return wrapper.getSocket() instanceof Watched watched ? watched.connection() : null;
    }

    /** The one that this thread serves; null if it serves none. */
    static @Nullable Connection served() {
        return SERVED.get();
    }

    InetAddress peer() {
        return peer;
    }

    SocketChannel socket() {
        return socket;
    }

    State state() {
        return phase.state;
    }

    /** What is answered on it, if this thread answers it; null otherwise. */
    @Nullable
    Exchange exchange() {
        return SERVED.get() == this ? exchange : null;
    }

    void begin(Exchange begun) {
        Exchange before = exchange;
        if (before != null) {
            before.leave();
        }
        exchange = begun;
    }

    /** Has this thread serve it while {@code work} is done, which leaves it in the state that follows from its own. */
    <T> T serve(Supplier<T> work) {
        Phase before = phase;
        Exchange earlier = exchange;
        phase = new Phase(State.SERVED);
        SERVED.set(this);
        try {
            return work.get();
        } finally {
            SERVED.remove();
            Exchange now = exchange;
            if (now != null) {
                now.leave();
            }
            phase = next(before, now != earlier);
        }
    }

    private Phase next(Phase before, boolean answered) {
        Object processor = wrapper.getCurrentProcessor();
        if (processor instanceof Processor waiting && waiting.isAsync()) {
            return new Phase(State.PARKED);
        }
        exchange = null;
        if (before.state == State.ASKING && !answered) {
            return before;
        }
        return new Phase(processor == null ? State.IDLE : State.ASKING);
    }

    /** Adds to the time that headers were waited for; whether that is more than {@code most}. */
    boolean waited(Duration more, Duration most) {
        Phase now = phase;
        if (now.state == State.ASKING && isRead()) {
            now.waited = now.waited.plus(more);
        }
        return now.state == State.ASKING && now.waited.compareTo(most) > 0;
    }

    /** Since when it waits for its caller, as a number that ascends; 0 if it does not. */
    long waitsSince() {
        Phase now = phase;
        Exchange present = exchange;
        return switch (now.state) {
            case ASKING, IDLE -> isRead() ? now.turn : 0;
            case SERVED -> present == null ? 0 : present.turn();
            case PARKED -> 0;
        };
    }

    /** Since when what it asks waits for a thread, as a number that ascends; 0 if it does not. */
    long queuedSince() {
        Phase now = phase;
        return (now.state == State.ASKING || now.state == State.IDLE) && !isRead() ? now.turn : 0;
    }

    /** Whether bytes are looked for; when they have come already, a thread is to come. */
    private boolean isRead() {
        return wrapper.interestOpsHas(SelectionKey.OP_READ);
    }

    /** Since when it is answered without a thread, as a number that ascends; 0 if it is not. */
    long parkedSince() {
        Phase now = phase;
        return now.state == State.PARKED && !hungUp ? now.turn : 0;
    }

    /**
     * Gives it up, unless a thread serves it without waiting for the caller; whether it was given up.
     *
     * @param answer what to tell a caller of whose headers some have come
     */
    boolean giveUp(Reason reason, byte[] answer) {
        ReentrantLock lock = wrapper.getLock();
        if (!lock.tryLock()) {
            Exchange present = exchange;
            return present != null && present.giveUp(reason);
        }
        try {
            return giveUpUnserved(answer);
        } finally {
            lock.unlock();
        }
    }

    private boolean giveUpUnserved(byte[] answer) {
        Exchange present = exchange;
        if (wrapper.isClosed() || hungUp) {
            return false;
        }
        if (phase.state == State.PARKED && present != null) {
            hungUp = true;
            present.hangUp();
        } else {
            if (plain && wrapper.getCurrentProcessor() != null) {
                say(answer);
            }
            wrapper.close();
        }
        return true;
    }

    /** Writes without waiting for the caller to take it. */
    private void say(byte[] answer) {
        try {
            socket.write(ByteBuffer.wrap(answer));
        } catch (IOException e) {
            log.debug("{} has left already", peer, e);
        }
    }
}
