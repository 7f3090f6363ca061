package dev.feedforward.web.connection;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the connections that were given up, and tells of them in one line a minute, however many there are. */
final class GivenUp {

    private static final Logger log = LoggerFactory.getLogger(GivenUp.class);

    private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

    private final Map<Reason, Count> counts = new EnumMap<>(Reason.class);
    private Duration quiet = BETWEEN_LINES;

    /**
     * How many for one reason.
     *
     * @param all since the start, as a metric
     * @param untold since the last line
     */
    private record Count(Counter all, LongAdder untold) {}

    GivenUp(MeterRegistry meters) {
        for (Reason reason : Reason.values()) {
            Counter all = Counter.builder("feedforward.connections.given.up")
                    .description("Connections that the service gave up")
                    .tag("reason", reason.tag())
                    .register(meters);
            counts.put(reason, new Count(all, new LongAdder()));
        }
    }

    void count(Reason reason, InetAddress peer) {
        log.debug("A connection of {} is given up: {}", peer.getHostAddress(), reason.told());
        Count count = Objects.requireNonNull(counts.get(reason));
        count.all.increment();
        count.untold.increment();
    }

    /** Lets time pass, and tells what was counted if the last line is long enough ago. */
    void tick(Duration passed) {
        quiet = quiet.plus(passed);
        if (quiet.compareTo(BETWEEN_LINES) < 0) {
            return;
        }
        String told = counts.entrySet().stream()
                .map(counted -> Map.entry(counted.getValue().untold.sumThenReset(), counted.getKey()))
                .filter(counted -> counted.getKey() > 0)
                .map(counted -> counted.getKey() + " " + counted.getValue().told())
                .collect(Collectors.joining(", "));
        if (!told.isEmpty()) {
            log.warn("Connections were given up: {}", told);
            quiet = Duration.ZERO;
        }
    }
}
