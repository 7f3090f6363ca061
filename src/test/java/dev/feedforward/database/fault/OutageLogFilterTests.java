package dev.feedforward.database.fault;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.sql.SQLException;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class OutageLogFilterTests {

    private final LoggerContext context = new LoggerContext();
    private final ListAppender<ILoggingEvent> written = new ListAppender<>();
    private final Logger logger = context.getLogger("scheduler");

    OutageLogFilterTests() {
        OutageLogFilter filter = new OutageLogFilter(Clock.systemUTC());
        filter.start();
        context.addTurboFilter(filter);
        written.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(written);
    }

    @Test
    void keepsStackTracesOfADatabaseThatIsAwayFromTheLog() {
        logger.error("Unhandled exception", new IllegalStateException(new SQLException("refused", "08001")));
        logger.warn("{} {} {}", 1, 2, 3, new SQLException("refused", "08001"));
        logger.error("Another one", new IllegalStateException(new SQLException("no such table", "42P01")));
        logger.error("One without");

        assertThat(written.list).extracting(ILoggingEvent::getMessage).containsExactly("Another one", "One without");
    }

    @Test
    void knowsWhatCameBeforeARollbackWithoutAConnection() {
        RuntimeException rollback =
                new RuntimeException("Failed to rollback", new SQLException("Connection is closed"));
        rollback.addSuppressed(new IllegalStateException(new SQLException("I/O error", "08006")));
        RuntimeException own = new IllegalArgumentException("Our own");
        own.addSuppressed(new SQLException("I/O error", "08006"));

        logger.error("Unhandled exception", rollback);
        logger.error("A fault of the service's", own);

        assertThat(written.list).extracting(ILoggingEvent::getMessage).containsExactly("A fault of the service's");
    }

    @Test
    void tellsNowAndThenThatTheDatabaseIsBusy() {
        Logger own = (Logger) LoggerFactory.getLogger(OutageLogFilter.class);
        own.addAppender(written);
        try {
            logger.debug("Not at this level", new SQLException("busy", "55P03"));
            logger.error("Unhandled exception", new IllegalStateException(new SQLException("lock timeout", "55P03")));
            logger.error("And again", new SQLException("lock timeout", "55P03"));
        } finally {
            own.detachAppender(written);
        }

        assertThat(written.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "The database was busy for too long, as scheduler has found, and 0 times more before: lock timeout");
    }

    @Test
    void letsThemThroughToWhoWantsEverything() {
        logger.setLevel(Level.DEBUG);

        logger.error("Unhandled exception", new SQLException("refused", "08001"));

        assertThat(written.list).hasSize(1);
    }
}
