package dev.feedforward.error;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Faults that come again and again: one of a kind is told a minute, the others are counted. */
public final class Repetitions {

    static final Duration APART = Duration.ofMinutes(1);

    /** Kinds that are remembered; places in the program, so there are few. */
    private static final int KINDS = 100;

    private final Clock clock;
    private final Map<String, Told> last = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Told> eldest) {
            return size() > KINDS;
        }
    };

    public Repetitions(Clock clock) {
        this.clock = clock;
    }

    /**
     * One more fault.
     *
     * @param number by which the one that was told is found
     * @param isNew whether it is to be told
     * @param repeated of its kind since the last one that was told, which were not
     */
    public record Occurrence(String number, boolean isNew, long repeated) {}

    /** Takes note of a fault of a kind. */
    public synchronized Occurrence next(String kind) {
        Instant now = clock.instant();
        Told told = last.get(kind);
        if (told != null && now.isBefore(told.at.plus(APART))) {
            told.repeated++;
            return new Occurrence(told.number, false, told.repeated);
        }
        long repeated = told == null ? 0 : told.repeated;
        Told next = new Told(UUID.randomUUID().toString().substring(0, 8), now);
        last.put(kind, next);
        return new Occurrence(next.number, true, repeated);
    }

    private static final class Told {
        final String number;
        final Instant at;
        long repeated;

        Told(String number, Instant at) {
            this.number = number;
            this.at = at;
        }
    }
}
