package dev.feedforward.database.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.feedforward.database.TestPostgres;
import dev.feedforward.database.UnhurriedMigration;
import dev.feedforward.database.UnhurriedTransactions;
import dev.feedforward.database.fault.DatabaseFault;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

class PostgresTimeoutsTests {

    @Test
    void areInForceWhereNothingElseIsSaid() throws SQLException {
        try (HikariDataSource pool = pool("")) {
            assertThat(idleTimeout(pool)).isEqualTo("1min");
            assertThat(setting(pool, "lock_timeout")).isEqualTo("1500ms");
            assertThat(socketTimeout(pool)).isEqualTo(3_000);
            assertThat(pool.getConnectionTimeout()).isEqualTo(1_500);
        }
    }

    @Test
    void giveWayToTheUrl() throws SQLException {
        try (HikariDataSource pool = pool("&socketTimeout=7&options=-c%20idle_in_transaction_session_timeout=5s")) {
            assertThat(idleTimeout(pool)).isEqualTo("5s");
            assertThat(socketTimeout(pool)).isEqualTo(7_000);
        }
    }

    @Test
    void leaveTheEmbeddedDatabaseAlone() {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl("jdbc:sqlite:");
            new PostgresTimeouts().postProcessBeforeInitialization(pool, "dataSource");

            assertThat(pool.getDataSourceProperties()).isEmpty();
        }
    }

    @Test
    void cutOffAServerThatHangsInsideAStatement() {
        try (HikariDataSource pool = pool("&socketTimeout=1")) {
            assertThatThrownBy(() -> JdbcClient.create(pool)
                            .sql("select count(pg_sleep(60))")
                            .query(Long.class)
                            .single())
                    .satisfies(thrown -> assertThat(DatabaseFault.of(thrown)).isEqualTo(DatabaseFault.AWAY));
        }
    }

    @Test
    void cutOffASessionThatStandsStillInATransaction() throws Exception {
        try (HikariDataSource pool = pool("&options=-c%20idle_in_transaction_session_timeout=50ms");
                Connection standing = pool.getConnection();
                Connection waiting = pool.getConnection()) {
            standing.setAutoCommit(false);
            standing.createStatement().execute("create table taken (id int)");
            waiting.createStatement().execute("create table if not exists taken (id int)");

            assertThatThrownBy(() -> standing.createStatement().execute("select 1"))
                    .satisfies(thrown -> assertThat(DatabaseFault.of(thrown)).isEqualTo(DatabaseFault.AWAY));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 32 * 1024 * 1024})
    void cutOffAServerThatStandsStillBeforeItHasTakenAStatement(int bytes) throws Exception {
        String url = TestPostgres.newDatabase() + "&socketTimeout=1";
        try (HikariDataSource pool = pool(url, 1);
                Connection connection = pool.getConnection()) {
            JdbcClient client = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            TestPostgres.signal(url, "STOP");
            try {
                assertThatThrownBy(() -> client.sql("select length(:data)")
                                .param("data", new byte[bytes])
                                .query(Integer.class)
                                .single())
                        .satisfies(
                                thrown -> assertThat(DatabaseFault.of(thrown)).isEqualTo(DatabaseFault.AWAY));
            } finally {
                TestPostgres.signal(url, "CONT");
            }
        }
    }

    @Test
    void endAWaitForARowThatAnotherHolds() throws Exception {
        try (HikariDataSource pool = pool("&options=-c%20lock_timeout=50ms");
                Connection holding = pool.getConnection();
                Connection waiting = pool.getConnection()) {
            holding.createStatement().execute("create table held (id int)");
            holding.setAutoCommit(false);
            holding.createStatement().execute("lock table held");

            assertThatThrownBy(() -> waiting.createStatement().execute("select * from held"))
                    .satisfies(thrown -> assertThat(DatabaseFault.of(thrown)).isEqualTo(DatabaseFault.BUSY));
        }
    }

    @Test
    void giveMoreToWhoHasTime() throws SQLException {
        try (HikariDataSource pool = pool("")) {
            JdbcTemplate jdbc = new JdbcTemplate(pool);
            TransactionTemplate transactions = new TransactionTemplate(new DataSourceTransactionManager(pool));
            String given = new UnhurriedTransactions(transactions, jdbc)
                    .execute(transaction -> jdbc.execute((ConnectionCallback<String>) connection ->
                            connection.getNetworkTimeout() + " " + setting(connection, "statement_timeout")));

            assertThat(given).isEqualTo("60000 1min");
            assertThat(setting(pool, "statement_timeout")).isEqualTo("30s");
            assertThat(socketTimeout(pool)).isEqualTo(3_000);
        }
    }

    @Test
    void doNotHurryMigrations() throws SQLException {
        try (HikariDataSource pool = pool("")) {
            int[] seen = new int[1];
            Flyway.configure()
                    .dataSource(pool)
                    .locations("classpath:db/migration/postgresql")
                    .callbacks(new UnhurriedMigration(), new BaseCallback() {
                        @Override
                        public boolean supports(Event event, Context context) {
                            return event == Event.AFTER_EACH_MIGRATE;
                        }

                        @Override
                        public void handle(Event event, Context context) {
                            try {
                                seen[0] += context.getConnection().getNetworkTimeout() == 0
                                                && setting(context.getConnection(), "statement_timeout")
                                                        .equals("0")
                                        ? 1
                                        : 100;
                            } catch (SQLException e) {
                                throw new IllegalStateException(e);
                            }
                        }
                    })
                    .load()
                    .migrate();

            assertThat(seen[0]).isBetween(1, 99);
            assertThat(setting(pool, "statement_timeout")).isEqualTo("30s");
            assertThat(socketTimeout(pool)).isEqualTo(3_000);
        }
    }

    private static HikariDataSource pool(String parameters) {
        return pool(TestPostgres.newDatabase() + parameters, 2);
    }

    private static HikariDataSource pool(String url, int connections) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(connections);
        new PostgresTimeouts().postProcessBeforeInitialization(pool, "dataSource");
        return pool;
    }

    private static String idleTimeout(HikariDataSource pool) {
        return setting(pool, "idle_in_transaction_session_timeout");
    }

    private static String setting(DataSource source, String name) {
        return JdbcClient.create(source)
                .sql("select current_setting(:name)")
                .param("name", name)
                .query(String.class)
                .single();
    }

    private static String setting(Connection connection, String name) {
        return setting(new SingleConnectionDataSource(connection, true), name);
    }

    private static int socketTimeout(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return connection.getNetworkTimeout();
        }
    }
}
