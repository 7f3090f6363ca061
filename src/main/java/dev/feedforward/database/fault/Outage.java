package dev.feedforward.database.fault;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log once that the database is away, and once that it is back. */
public final class Outage {

    /** So long nothing of the other kind must have happened: some connections live longer than others. */
    static final Duration CALM = Duration.ofSeconds(1);

    private static final Logger log = LoggerFactory.getLogger(Outage.class);

    private final Clock clock;
    private volatile Instant lastSuccess = Instant.MIN;
    private volatile Instant lastFailure = Instant.MIN;
    private volatile boolean away;

    public Outage(Clock clock) {
        this.clock = clock;
    }

    boolean isOn() {
        return away;
    }

    /** Nobody got a connection. */
    public synchronized void failed(SQLException why) {
        lastFailure = clock.instant();
        if (!away && isCalmSince(lastSuccess)) {
            away = true;
            Throwable cause = why.getCause() == null ? why : why.getCause();
            log.warn("The database is away: {} Jobs stand still until it is back.", sentence(cause.getMessage()));
        }
    }

    /** Somebody got one. */
    public void succeeded() {
        lastSuccess = clock.instant();
        if (away && isCalmSince(lastFailure)) {
            end();
        }
    }

    private synchronized void end() {
        if (away) {
            away = false;
            log.info("The database is back.");
        }
    }

    private boolean isCalmSince(Instant time) {
        return clock.instant().isAfter(time.plus(CALM));
    }

    private static String sentence(@Nullable String message) {
        String line = String.valueOf(message).replace('\n', ' ').strip();
        return line.endsWith(".") ? line : line + ".";
    }
}
