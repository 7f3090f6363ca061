package dev.feedforward.storage;

import dev.feedforward.database.TestDatabase;
import dev.feedforward.database.UnhurriedTransactions;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Long reads, without the service. */
public final class TestReads {

    private TestReads() {}

    /** Of a database that may be any, so each in a transaction. */
    public static LongReads of(DataSource database) {
        return new LongReads(
                new UnhurriedTransactions(
                        new TransactionTemplate(new DataSourceTransactionManager(database)),
                        new JdbcTemplate(database)),
                TestDatabase.sharing(true));
    }
}
