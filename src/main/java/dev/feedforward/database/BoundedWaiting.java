package dev.feedforward.database;

import com.zaxxer.hikari.HikariDataSource;
import dev.feedforward.computing.Turns;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/**
 * Lets no more than a part of the threads that answer requests wait for a connection, so that while the database stands
 * still the others have their answers. Who comes when all places are taken stays for an instant only, which a burst on
 * a sound database takes to pass.
 *
 * <p>Who waits for a database server lends its turn to compute until it gives the connection back, or those in line for
 * it would wait for the database once for each who is before them. The embedded database computes on the thread itself.
 */
@Component
class BoundedWaiting implements BeanPostProcessor {

    /** Less than half of Tomcat's threads ({@code server.tomcat.threads.max}). */
    private static final int PLACES = 100;

    private static final long INSTANT_MILLIS = 100;

    private final ObjectProvider<Turns> turns;

    /** @param turns asked only when they are needed, as this is made before all else */
    BoundedWaiting(ObjectProvider<Turns> turns) {
        this.turns = turns;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof HikariDataSource pool)) {
            return bean;
        }
        DataSource bounded = new Bounded(pool, PLACES);
        return PostgresTimeouts.isPostgres(pool) ? new Resting(bounded, turns::getObject) : bounded;
    }

    /** Connections that are waited for without a turn. */
    static final class Resting extends DelegatingDataSource {

        private final Supplier<Turns> turns;

        Resting(DataSource pool, Supplier<Turns> turns) {
            super(pool);
            this.turns = turns;
        }

        @Override
        public Connection getConnection() throws SQLException {
            // If none comes, nothing is to be computed any more.
            turns.get().rest();
            Connection connection = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    Resting.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> call(connection, method, arguments));
        }

        private @Nullable Object call(Connection connection, Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
            } finally {
                if (method.getName().equals("close")) {
                    turns.get().goOnSoon();
                }
            }
        }
    }

    /** A pool with so many places to wait. */
    static final class Bounded extends DelegatingDataSource {

        private final Semaphore places;
        private final Outage outage = new Outage(Clock.systemUTC());

        Bounded(DataSource pool, int places) {
            super(pool);
            this.places = new Semaphore(places);
        }

        @Override
        public Connection getConnection() throws SQLException {
            takePlace();
            try {
                Connection connection = super.getConnection();
                outage.succeeded();
                return connection;
            } catch (SQLException e) {
                outage.failed(e);
                throw e;
            } finally {
                places.release();
            }
        }

        private void takePlace() throws SQLException {
            try {
                if (places.tryAcquire(INSTANT_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new SQLTransientConnectionException("Too many wait for a connection already");
        }
    }
}
