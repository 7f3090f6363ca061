package dev.feedforward.database.server;

import com.zaxxer.hikari.HikariDataSource;
import dev.feedforward.database.UnhurriedTransactions;
import java.util.Properties;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.stereotype.Component;

/**
 * Gives up a PostgreSQL that stands still, so that a request has its answer within five seconds: 1.5 s to get a
 * connection, within which one that is dead is found out, and then 3 s for the server to say anything, or to take
 * anything, or to get a row lock, and in all what {@link DatabaseWait} leaves. What may take longer says so:
 * {@link UnhurriedTransactions}. All are defaults; {@code spring.datasource.hikari.*} and parameters of the URL say
 * otherwise.
 */
@Component
class PostgresTimeouts implements BeanPostProcessor, PriorityOrdered {

    /** Milliseconds that a caller waits for a connection. */
    static final long CONNECTION = 1_500;

    /** The same for the embedded database, whose writers wait for one another within their connections. */
    private static final long EMBEDDED_CONNECTION = 5_000;

    /** Milliseconds in which a connection that was idle shows that it lives. */
    static final long VALIDATION = 1_000;

    /** Seconds to open a connection in the background. */
    static final String CONNECT = "3";

    /** Seconds in which a server says or takes something, be it one byte. */
    static final String SOCKET = "3";

    /**
     * The server's own: it gives up what waits for a lock before it is given up itself, and what nobody waits for any
     * more. No transaction waits for a caller: an upload stores each of its chunks by itself.
     */
    static final String OPTIONS =
            "-c lock_timeout=1500ms -c statement_timeout=30s -c idle_in_transaction_session_timeout=60s";

    /** Before the settings are bound, so that they win. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (!(bean instanceof HikariDataSource pool)) {
            return bean;
        }
        pool.setConnectionTimeout(EMBEDDED_CONNECTION);
        if (isPostgres(pool)) {
            pool.setConnectionTimeout(CONNECTION);
            pool.setValidationTimeout(VALIDATION);
            Properties properties = pool.getDataSourceProperties();
            properties.setProperty("connectTimeout", CONNECT);
            properties.setProperty("socketTimeout", SOCKET);
            properties.setProperty("socketFactory", TimedSockets.class.getName());
            properties.setProperty("options", OPTIONS);
        }
        return bean;
    }

    static boolean isPostgres(HikariDataSource pool) {
        return pool.getJdbcUrl() != null && pool.getJdbcUrl().startsWith("jdbc:postgresql:");
    }
}
