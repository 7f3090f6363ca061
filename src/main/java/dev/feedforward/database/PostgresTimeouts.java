package dev.feedforward.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Properties;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Gives up a PostgreSQL that hangs: the service a server that does not answer a statement, the server a service that
 * stands still in a transaction and would keep its row locks for ever. Both are defaults; parameters of the URL, or
 * {@code spring.datasource.hikari.data-source-properties}, say otherwise.
 */
@Component
class PostgresTimeouts implements BeanPostProcessor {

    /** Seconds. The longest statement stores a checkpoint, or deletes a data set: some gigabytes. */
    static final String SOCKET_TIMEOUT = "300";

    /** No transaction waits for a caller: an upload stores each of its chunks by itself. */
    static final String OPTIONS = "-c idle_in_transaction_session_timeout=60s";

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool && isPostgres(pool)) {
            Properties properties = pool.getDataSourceProperties();
            properties.putIfAbsent("socketTimeout", SOCKET_TIMEOUT);
            properties.putIfAbsent("options", OPTIONS);
        }
        return bean;
    }

    private static boolean isPostgres(HikariDataSource pool) {
        return pool.getJdbcUrl() != null && pool.getJdbcUrl().startsWith("jdbc:postgresql:");
    }
}
