package dev.feedforward.training.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.database.UnhurriedTransactions;
import dev.feedforward.training.diagnosis.Warning;
import dev.feedforward.training.history.CostRecorder;
import dev.feedforward.training.job.Attempt;
import dev.feedforward.training.job.Job;
import dev.feedforward.training.job.JobModel;
import dev.feedforward.training.job.JobStatus;
import dev.feedforward.training.job.Progress;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

class DurableWritesTests {

    private final JobRun run =
            new JobRun(new Attempt(7, 1), Clock.systemUTC(), Clock.systemUTC(), Duration.ofSeconds(2));
    private final DurableWrites writes = new DurableWrites(new UnhurriedTransactions(
            new TransactionTemplate(new RolledBackAlready()),
            new JdbcTemplate(new DriverManagerDataSource("jdbc:sqlite::memory:"))));
    private final List<Job> seen = new ArrayList<>();

    /** For the interrupt that ends a wait. */
    @AfterEach
    void clearInterrupt() {
        Thread.interrupted();
    }

    @Test
    void tellsOfAFullDiskAlsoWhereTheDatabaseHasRolledBackByItself() {
        run.restore(0, new CostRecorder().history(7), Duration.ZERO);
        Thread.currentThread().interrupt();

        assertThat(writes.write(run, this::failOnce)).isTrue();

        assertThat(seen.get(0).status()).isEqualTo(JobStatus.RUNNING);
        assertThat(seen.get(1).status()).isEqualTo(JobStatus.PAUSED);
        assertThat(seen.get(1).warnings()).containsExactly(Warning.storageFull());
        assertThat(run.standsStill()).isFalse();
    }

    private boolean failOnce() {
        seen.add(run.observe(job()));
        if (seen.size() == 1) {
            throw new UncategorizedSQLException("save", "insert", new SQLException("full", null, 13));
        }
        return true;
    }

    private static Job job() {
        return new Job(
                7,
                JobStatus.RUNNING,
                new JobModel("course", null),
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                Progress.of(JobStatus.RUNNING, 0, 100, 1),
                null,
                null,
                null,
                List.of(),
                null);
    }

    /**
     * What SQLite does that has no room within a statement: it takes everything back, and then there is nothing left.
     */
    private static final class RolledBackAlready extends AbstractPlatformTransactionManager {

        @Override
        protected Object doGetTransaction() {
            return this;
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {}

        @Override
        protected void doCommit(DefaultTransactionStatus status) {}

        @Override
        protected void doRollback(DefaultTransactionStatus status) {
            throw new TransactionSystemException(
                    "JDBC rollback failed", new SQLException("no transaction is active", null, 1));
        }
    }
}
