package dev.feedforward.web.connection;

import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.apache.coyote.Request;
import org.jspecify.annotations.Nullable;

/**
 * All connections: lets in as many as may be, and watches how long callers are waited for.
 *
 * <p>When one more comes than may be, one is given up for it, for a caller who sends its request at once is served
 * whoever waits. It is that which has waited for its caller longest; if all are being answered, that which has been
 * answered without a thread longest, as otherwise callers who only wait could keep the health check from being
 * answered.
 */
final class Connections {

    /** How many candidates are tried, as one may go on just when it is to be given up. */
    private static final int TRIES = 8;

    private final Admission admission;
    private final GivenUp givenUp;
    private final Waits senders;
    private final Waits takers;

    private final Set<Connection> all = ConcurrentHashMap.newKeySet();
    private final Map<InetAddress, Integer> counts = new ConcurrentHashMap<>();

    /**
     * What is let in.
     *
     * @param most connections at once
     * @param mostOfOneAddress connections of one address at once
     * @param isProxy whether many callers may come from an address
     * @param threads that answer
     * @param headers how long the headers of a request are waited for
     * @param late what is answered to headers that are late, as it is sent
     */
    record Admission(
            int most,
            int mostOfOneAddress,
            Predicate<InetAddress> isProxy,
            int threads,
            Duration headers,
            byte[] late) {}

    /**
     * @param senders the threads that wait for bodies
     * @param takers the threads that wait for answers to be taken
     */
    Connections(Admission admission, Waits senders, Waits takers, GivenUp givenUp) {
        this.admission = admission;
        this.senders = senders;
        this.takers = takers;
        this.givenUp = givenUp;
    }

    void opened(Connection connection) {
        all.add(connection);
        counts.merge(connection.peer(), 1, Integer::sum);
    }

    void closed(Connection connection) {
        if (all.remove(connection)) {
            counts.computeIfPresent(connection.peer(), (peer, count) -> count > 1 ? count - 1 : null);
        }
    }

    int count() {
        return all.size();
    }

    int count(Connection.State state) {
        return (int)
                all.stream().filter(connection -> connection.state() == state).count();
    }

    /** Whose a connection is, as it is counted. */
    InetAddress peer(SocketChannel socket) {
        return Peers.of(socket, admission.isProxy);
    }

    /** An exchange that begins on {@code connection}. */
    Exchange exchange(Connection connection, Request request) {
        SocketChannel socket = connection.socket();
        return new Exchange(
                request, new Flow(socket, connection.peer(), senders), new Flow(socket, connection.peer(), takers));
    }

    /**
     * Makes room for a connection of {@code peer}, and tells whether there is some. While nobody can be given up, as
     * all are being answered by threads just now, so many more are let in as there are threads.
     */
    boolean makeRoom(InetAddress peer) {
        boolean room = (admission.isProxy.test(peer)
                        || makeRoom(counts.getOrDefault(peer, 0), admission.mostOfOneAddress, () -> giveUpOf(peer)))
                && makeRoom(all.size(), admission.most, () -> giveUpOf(busiest()) || giveUp(connection -> true));
        if (!room) {
            givenUp.count(Reason.REFUSED, peer);
        }
        return room;
    }

    private boolean makeRoom(int count, int most, BooleanSupplier giveUpOne) {
        if (count < most) {
            return true;
        }
        boolean one = giveUpOne.getAsBoolean();
        // Those who were let in beyond the bound go two for one.
        boolean another = count > most && giveUpOne.getAsBoolean();
        return one || another || count < most + admission.threads;
    }

    private boolean giveUpOf(InetAddress peer) {
        return giveUp(connection -> connection.peer().equals(peer));
    }

    private InetAddress busiest() {
        return counts.entrySet().stream()
                .filter(count -> !admission.isProxy.test(count.getKey()))
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElseGet(InetAddress::getLoopbackAddress);
    }

    private boolean giveUp(Predicate<Connection> which) {
        return giveUpLongest(which, Connection::waitsSince)
                || giveUpLongest(which, Connection::queuedSince)
                || giveUpLongest(which, Connection::parkedSince);
    }

    private boolean giveUpLongest(Predicate<Connection> which, ToLongFunction<Connection> since) {
        Set<Connection> tried = new HashSet<>();
        while (tried.size() < TRIES) {
            Connection longest = longest(connection -> which.test(connection) && !tried.contains(connection), since);
            if (longest == null || giveUp(longest, Reason.ROOM)) {
                return longest != null;
            }
            tried.add(longest);
        }
        return false;
    }

    /** In one pass, without allocating: thousands may come in a second while there is no room. */
    private @Nullable Connection longest(Predicate<Connection> which, ToLongFunction<Connection> since) {
        Connection longest = null;
        long first = Long.MAX_VALUE;
        for (Connection connection : all) {
            long turn = since.applyAsLong(connection);
            if (turn > 0 && turn < first && which.test(connection)) {
                longest = connection;
                first = turn;
            }
        }
        return longest;
    }

    private boolean giveUp(Connection connection, Reason reason) {
        boolean done = connection.giveUp(reason, admission.late);
        if (done) {
            givenUp.count(reason, connection.peer());
        }
        return done;
    }

    /** Lets time pass for those who are waited for, and gives up those for whom it was too long. */
    void tick(Duration passed) {
        for (Connection connection : all) {
            if (connection.waited(passed, admission.headers)) {
                giveUp(connection, Reason.HEADERS_LATE);
            }
        }
        senders.tick(passed);
        takers.tick(passed);
        givenUp.tick(passed);
    }
}
