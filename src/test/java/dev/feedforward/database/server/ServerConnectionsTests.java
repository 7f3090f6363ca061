package dev.feedforward.database.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feedforward.computing.FreeTurns;
import dev.feedforward.computing.Turns;
import dev.feedforward.database.fault.DatabaseFault;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class ServerConnectionsTests {

    private final Turns turns = FreeTurns.turns();
    private final ServerConnections connections =
            new ServerConnections(new SingleConnectionDataSource("jdbc:sqlite::memory:", true), () -> turns);

    @Test
    void lendsTurnWhileDatabaseIsWaitedFor() throws Exception {
        turns.begin("one");
        turns.take();

        Connection connection = connections.getConnection();
        CompletableFuture.runAsync(() -> {
                    turns.begin("another");
                    turns.take();
                    turns.end();
                })
                .join();
        connection.close();

        // It is its own again.
        assertThatThrownBy(() -> CompletableFuture.runAsync(() -> {
                            turns.begin("a third");
                            turns.take();
                        })
                        .get(200, TimeUnit.MILLISECONDS))
                .isInstanceOf(TimeoutException.class);
        turns.end();
    }

    @Test
    void throwsWhatDatabaseDoes() throws SQLException {
        try (Connection connection = connections.getConnection()) {
            assertThatThrownBy(() -> connection.prepareStatement("select * from nowhere"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void waitsForNothingMoreOnceRequestHasWaitedLongEnough() throws SQLException {
        try (DatabaseWait counted = counting(Duration.ofSeconds(1));
                Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select 1");
            statement.execute("select 1");

            assertThatThrownBy(() -> statement.execute("select 1"))
                    .hasMessage("This request has waited for 3000 ms already")
                    .satisfies(thrown -> assertThat(DatabaseFault.of(thrown)).isEqualTo(DatabaseFault.BUSY));
            assertThatThrownBy(connections::getConnection).isInstanceOf(SQLException.class);
            DatabaseWait.renew();
            assertThat(statement.execute("select 1")).isTrue();
        }
        assertThat(connections.getConnection()).isNotNull();
    }

    @Test
    void waitsForATrainingNoLongerThanIsLeft() throws SQLException {
        try (DatabaseWait counted = counting(Duration.ofSeconds(1));
                Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(DatabaseWait.await(CompletableFuture.completedFuture("seen")))
                    .isTrue();
            statement.execute("select 1");

            assertThat(DatabaseWait.await(new CompletableFuture<>())).isFalse();
            assertThatThrownBy(() -> statement.execute("select 1"))
                    .hasMessage("This request has waited for 4000 ms already");
            assertThat(DatabaseWait.await(CompletableFuture.failedFuture(new SQLException("over"))))
                    .isTrue();
        }
    }

    @Test
    void countsNothingThatIsAnsweredSoon() throws SQLException {
        try (DatabaseWait counted = counting(Duration.ofMillis(200));
                Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < 100; i++) {
                assertThat(statement.execute("select 1")).isTrue();
            }
        }
    }

    /** Each look at the clock is so much later than the one before, and so is each answer of the database's. */
    private static DatabaseWait counting(Duration step) {
        AtomicLong clock = new AtomicLong();
        return DatabaseWait.begin(() -> clock.addAndGet(step.toNanos()));
    }
}
