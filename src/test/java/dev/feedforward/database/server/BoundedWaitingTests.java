package dev.feedforward.database.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feedforward.database.fault.DatabaseFault;
import dev.feedforward.database.server.BoundedWaiting.Bounded;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
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
