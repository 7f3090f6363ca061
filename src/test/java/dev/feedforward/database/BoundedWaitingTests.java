package dev.feedforward.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feedforward.computing.FreeTurns;
import dev.feedforward.computing.Turns;
import dev.feedforward.database.BoundedWaiting.Bounded;
import dev.feedforward.database.BoundedWaiting.Resting;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class BoundedWaitingTests {

    private final CountDownLatch waits = new CountDownLatch(1);
    private final CountDownLatch back = new CountDownLatch(1);

    @Test
    void turnsAwayWhoFindsEachPlaceTakenByOneWhoWaits() throws Exception {
        Bounded bounded = new Bounded(new Pool(), 1);
        CompletableFuture<Connection> first = CompletableFuture.supplyAsync(() -> take(bounded));
        waits.await();

        assertThatThrownBy(bounded::getConnection)
                .satisfies(thrown -> assertThat(DatabaseFault.of(thrown)).isEqualTo(DatabaseFault.AWAY));

        back.countDown();
        assertThat(first.join()).isNotNull();
        assertThat(bounded.getConnection()).isNotNull();
    }

    @Test
    void lendsTurnWhileDatabaseIsWaitedFor() throws Exception {
        Turns turns = FreeTurns.turns();
        Resting resting = new Resting(new SingleConnectionDataSource("jdbc:sqlite::memory:", true), () -> turns);
        turns.begin("one");
        turns.take();

        Connection connection = resting.getConnection();
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
        Resting resting = new Resting(new SingleConnectionDataSource("jdbc:sqlite::memory:", true), FreeTurns::turns);
        try (Connection connection = resting.getConnection()) {
            assertThatThrownBy(() -> connection.prepareStatement("select * from nowhere"))
                    .isInstanceOf(SQLException.class);
        }
    }

    private static Connection take(Bounded bounded) {
        try {
            return bounded.getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Gives no connection until the database is back. */
    private final class Pool extends AbstractDataSource {

        private final SingleConnectionDataSource source = new SingleConnectionDataSource("jdbc:sqlite::memory:", true);

        @Override
        public Connection getConnection() throws SQLException {
            waits.countDown();
            try {
                back.await();
            } catch (InterruptedException e) {
                throw new SQLException(e);
            }
            return source.getConnection();
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }
    }
}
