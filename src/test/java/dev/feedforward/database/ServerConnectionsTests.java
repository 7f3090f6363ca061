package dev.feedforward.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feedforward.computing.FreeTurns;
import dev.feedforward.computing.Turns;
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

    @Test
    void lendsTurnWhileDatabaseIsWaitedFor() throws Exception {
        Turns turns = FreeTurns.turns();
        ServerConnections connections =
                new ServerConnections(new SingleConnectionDataSource("jdbc:sqlite::memory:", true), () -> turns);
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
        ServerConnections connections =
                new ServerConnections(new SingleConnectionDataSource("jdbc:sqlite::memory:", true), FreeTurns::turns);
        try (Connection connection = connections.getConnection()) {
            assertThatThrownBy(() -> connection.prepareStatement("select * from nowhere"))
                    .isInstanceOf(SQLException.class);
        }
    }

    /** Each look at the clock is a second later than the one before, and so is each answer of the database's. */
    @Test
    void waitsForNothingMoreOnceRequestHasWaitedLongEnough() throws SQLException {
        AtomicLong clock = new AtomicLong();
        ServerConnections connections =
                new ServerConnections(new SingleConnectionDataSource("jdbc:sqlite::memory:", true), FreeTurns::turns);
        try (DatabaseWait counted = DatabaseWait.begin(
                        () -> clock.addAndGet(Duration.ofSeconds(1).toNanos()));
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
        AtomicLong clock = new AtomicLong();
        ServerConnections connections =
                new ServerConnections(new SingleConnectionDataSource("jdbc:sqlite::memory:", true), FreeTurns::turns);
        try (DatabaseWait counted = DatabaseWait.begin(
                        () -> clock.addAndGet(Duration.ofSeconds(1).toNanos()));
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
        AtomicLong clock = new AtomicLong();
        ServerConnections connections =
                new ServerConnections(new SingleConnectionDataSource("jdbc:sqlite::memory:", true), FreeTurns::turns);
        try (DatabaseWait counted = DatabaseWait.begin(
                        () -> clock.addAndGet(Duration.ofMillis(200).toNanos()));
                Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < 100; i++) {
                assertThat(statement.execute("select 1")).isTrue();
            }
        }
    }
}
