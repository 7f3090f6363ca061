package dev.feedforward.computing;

import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The line of those who wait for a turn. Clients have turns one after the other, however many requests each of them
 * waits with; with them take turns those who had to go on waiting for something else in the midst of their turn.
 */
final class Line {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final int turns;
    private final int most;
    private final int mostOfOne;
    private final Map<String, Deque<Turn>> clients = new LinkedHashMap<>();
    private final Deque<Turn> returned = new ArrayDeque<>();
    private final Set<Turn> lent = new LinkedHashSet<>();
    private boolean returnedWent;
    private int free;
    private int exempt;
    private int waiting;

    Line(ComputingProperties properties) {
        turns = properties.turns();
        most = properties.waiting();
        mostOfOne = properties.waitingOfOne();
        free = turns;
    }

    /** Turns that are taken. */
    synchronized int taken() {
        return turns - free;
    }

    synchronized int waiting() {
        return waiting + returned.size();
    }

    /**
     * Takes a turn, or waits in line for it, until {@link Turn#given}.
     *
     * @throws ServiceException if too many wait
     */
    synchronized void join(Turn turn) {
        if (free > 0) {
            free--;
            turn.take();
            return;
        }
        if (waiting() >= most) {
            throw refusal(
                    ProblemType.UNAVAILABLE,
                    "All turns to compute are taken (%d), and %d requests wait for one.".formatted(turns, waiting()));
        }
        Deque<Turn> own = clients.get(turn.client());
        if (own != null && own.size() >= mostOfOne) {
            throw refusal(
                    ProblemType.TOO_MANY_REQUESTS,
                    "All turns to compute are taken (%d), and %d requests of %s wait for one."
                            .formatted(turns, own.size(), turn.client()));
        }
        clients.computeIfAbsent(turn.client(), client -> new ArrayDeque<>()).addLast(turn);
        waiting++;
        turn.await();
    }

    /** Lets others have the turn, if they wait for long enough, while its request does not compute. */
    synchronized void lend(Turn turn, long now) {
        if (turn.state() == Turn.State.TAKEN) {
            turn.lend(now);
            lent.add(turn);
        }
    }

    /** Takes a turn again that was lent; it is waited for where others have it, and is never refused. */
    synchronized void rejoin(Turn turn, long now) {
        if (lent.remove(turn)) {
            turn.resume(now);
        } else if (free > 0) {
            free--;
            turn.take();
        } else {
            turn.await();
            returned.addLast(turn);
        }
    }

    /**
     * Lets one go on without the turn that it waits to have again, unless as many do already as there are turns;
     * whether it may go on.
     *
     * @param anyway however many do
     */
    synchronized boolean exempt(Turn turn, boolean anyway) {
        if (turn.state() == Turn.State.AWAITED && (anyway || exempt < turns)) {
            returned.remove(turn);
            exempt++;
            turn.exempt();
        }
        return turn.state() != Turn.State.AWAITED;
    }

    /** Hands on, to those who wait, turns that were lent so long ago. */
    synchronized void handOnLent(long before) {
        while (waiting() > 0) {
            Turn oldest = lent.stream()
                    .min((one, other) -> Long.signum(one.lentAt() - other.lentAt()))
                    .orElse(null);
            if (oldest == null || oldest.lentAt() - before > 0) {
                return;
            }
            lent.remove(oldest);
            handOn();
        }
    }

    /** Gives a turn back, or stops waiting for it. */
    synchronized void leave(Turn turn) {
        if (turn.state() == Turn.State.EXEMPT) {
            exempt--;
        } else if (turn.state() == Turn.State.TAKEN || lent.remove(turn)) {
            handOn();
        } else if (turn.state() == Turn.State.AWAITED && !returned.remove(turn)) {
            Deque<Turn> own = clients.get(turn.client());
            if (own != null && own.remove(turn)) {
                waiting--;
                if (own.isEmpty()) {
                    clients.remove(turn.client());
                }
            }
        }
        turn.none();
    }

    private void handOn() {
        boolean another = returned.isEmpty() || returnedWent && waiting > 0;
        returnedWent = !another;
        Turn next = another ? next() : returned.pollFirst();
        if (next == null) {
            free++;
        } else {
            next.take();
        }
    }

    /** The first request of the client who has been waiting longest, and then is the last. */
    private @Nullable Turn next() {
        String client = clients.keySet().stream().findFirst().orElse(null);
        Deque<Turn> own = client == null ? null : clients.remove(client);
        if (client == null || own == null) {
            return null;
        }
        Turn next = own.pollFirst();
        waiting--;
        if (!own.isEmpty()) {
            clients.put(client, own);
        }
        return next;
    }

    /** Nobody came to this one's turn in time. */
    ServiceException tooLate(Duration patience) {
        return refusal(
                ProblemType.UNAVAILABLE,
                "All turns to compute are taken (%d), and this request has waited for one for %d s."
                        .formatted(turns, patience.toSeconds()));
    }

    private static ServiceException refusal(ProblemType type, String detail) {
        return new ServiceException(
                type,
                detail,
                "Ask again after the seconds that the header Retry-After says, and for fewer things"
                        + " at a time; or start the service on more cores, or with more feedforward.computing.turns.",
                SOON);
    }
}
