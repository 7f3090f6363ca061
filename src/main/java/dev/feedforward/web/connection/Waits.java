package dev.feedforward.web.connection;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The threads that wait for callers in one direction: so few that many are left to answer.
 *
 * <p>When one more begins to wait than may, one is given up for it: of the address that has the most, the one whose
 * present wait is the longest.
 */
final class Waits {

    /** For what a thread waits: that a body comes, or that an answer is taken. */
    enum Direction {
        BODY(Reason.BODY_LATE),
        ANSWER(Reason.ANSWER_NOT_TAKEN);

        private final Reason late;

        Direction(Reason late) {
            this.late = late;
        }
    }

    private final Direction direction;
    private final Duration start;
    private final long pace;
    private final int most;
    private final GivenUp givenUp;

    private final Set<Flow> waiting = ConcurrentHashMap.newKeySet();

    /**
     * @param start how long may be waited for a flow, besides what its bytes make up for
     * @param pace bytes that make up for a second
     * @param most how many threads may wait at once
     */
    Waits(Direction direction, Duration start, long pace, int most, GivenUp givenUp) {
        this.direction = direction;
        this.start = start;
        this.pace = pace;
        this.most = most;
        this.givenUp = givenUp;
    }

    Direction direction() {
        return direction;
    }

    int count() {
        return waiting.size();
    }

    void add(Flow flow) {
        waiting.add(flow);
        // Again if it went on by itself, or was given up for another newcomer.
        while (waiting.size() > most) {
            Optional<Flow> longest = longest(flow);
            if (longest.isEmpty() || giveUpAndCount(longest.get(), Reason.ROOM)) {
                return;
            }
        }
    }

    void remove(Flow flow) {
        waiting.remove(flow);
    }

    /** Lets time pass, and gives up those for whom was waited too long. */
    void tick(Duration passed) {
        for (Flow flow : waiting) {
            if (flow.waited(passed, start, pace)) {
                giveUpAndCount(flow, direction.late);
            }
        }
    }

    /** Gives up a flow that a thread waits for; whether one did. Who wants it counts it. */
    boolean giveUp(Flow flow, Reason reason) {
        // Only one of those who want it given up finds it here.
        boolean waited = waiting.remove(flow);
        if (waited) {
            flow.end(reason);
        }
        return waited;
    }

    private boolean giveUpAndCount(Flow flow, Reason reason) {
        boolean done = giveUp(flow, reason);
        if (done) {
            givenUp.count(reason, flow.peer());
        }
        return done;
    }

    private Optional<Flow> longest(Flow newcomer) {
        Map<InetAddress, Long> counts =
                waiting.stream().collect(Collectors.groupingBy(Flow::peer, Collectors.counting()));
        return waiting.stream()
                .filter(flow -> flow != newcomer)
                .max(Comparator.<Flow>comparingLong(flow -> counts.getOrDefault(flow.peer(), 0L))
                        .thenComparing(Comparator.comparingLong(Flow::turn).reversed()));
    }
}
