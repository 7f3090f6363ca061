package dev.feedforward.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class PostgresTimeoutsTests {

    @Test
    void areInForceWhereNothingElseIsSaid() throws SQLException {
        try (HikariDataSource pool = pool("")) {
            assertThat(idleTimeout(pool)).isEqualTo("1min");
            assertThat(socketTimeout(pool)).isEqualTo(300_000);
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
            new PostgresTimeouts().postProcessAfterInitialization(pool, "dataSource");

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
                                seen[0] += context.getConnection().getNetworkTimeout() == 0 ? 1 : 100;
                            } catch (SQLException e) {
                                throw new IllegalStateException(e);
                            }
                        }
                    })
                    .load()
                    .migrate();

            assertThat(seen[0]).isBetween(1, 99);
            assertThat(socketTimeout(pool)).isEqualTo(300_000);
        }
    }

    private static HikariDataSource pool(String parameters) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(TestPostgres.newDatabase() + parameters);
        pool.setMaximumPoolSize(2);
        new PostgresTimeouts().postProcessAfterInitialization(pool, "dataSource");
        return pool;
    }

    private static String idleTimeout(HikariDataSource pool) {
        return JdbcClient.create(pool)
                .sql("select current_setting('idle_in_transaction_session_timeout')")
                .query(String.class)
                .single();
    }

    private static int socketTimeout(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return connection.getNetworkTimeout();
        }
    }
}
