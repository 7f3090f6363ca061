package dev.feedforward.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions that no caller waits for, such as those that store or read a checkpoint of some hundred megabytes: their
 * statements are given a minute each, not the seconds of a request's.
 */
@Component
public class UnhurriedTransactions {

    /** For the server to answer after it has taken a statement: a checkpoint of 1 GB on a disk of 20 MB a second. */
    private static final int MILLIS = 60_000;

    private final TransactionTemplate transactions;
    private final JdbcTemplate jdbc;

    public UnhurriedTransactions(TransactionTemplate transactions, JdbcTemplate jdbc) {
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    /** Does {@code work} in a transaction, with what is already going on. */
    public <T extends @Nullable Object> T execute(TransactionCallback<T> work) {
        return transactions.execute(transaction -> {
            jdbc.execute((ConnectionCallback<Boolean>) UnhurriedTransactions::takeTime);
            return work.doInTransaction(transaction);
        });
    }

    /** Until the transaction ends, or, what the pool sees to, the connection is given back. */
    private static boolean takeTime(Connection connection) throws SQLException {
        boolean hurries = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        if (hurries) {
            connection.setNetworkTimeout(Runnable::run, MILLIS);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set local statement_timeout = " + MILLIS);
            }
        }
        return hurries;
    }
}
