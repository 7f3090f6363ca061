package dev.feedforward.database.server;

import com.zaxxer.hikari.HikariDataSource;
import dev.feedforward.computing.AnsweringThreads;
import dev.feedforward.computing.Turns;
import dev.feedforward.database.fault.Outage;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/**
 * Lets no more than a part of the threads that answer requests wait for a connection, so that while the database stands
 * still the others have their answers. Who comes when all places are taken stays for an instant only, which a burst on
 * a sound database takes to pass.
 */
@Component
class BoundedWaiting implements BeanPostProcessor {

    private static final long INSTANT_MILLIS = 100;

    private final ObjectProvider<AnsweringThreads> threads;
    private final ObjectProvider<Turns> turns;

    /** All are asked only when they are needed, as this is made before all else. */
    BoundedWaiting(ObjectProvider<AnsweringThreads> threads, ObjectProvider<Turns> turns) {
        this.threads = threads;
        this.turns = turns;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof HikariDataSource pool)) {
            return bean;
        }
        DataSource bounded = new Bounded(pool, threads.getObject().share());
        // The embedded one computes on the thread itself.
        return PostgresTimeouts.isPostgres(pool) ? new ServerConnections(bounded, turns::getObject) : bounded;
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
