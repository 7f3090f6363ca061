package dev.feedforward.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/** Lets a migration take the time that it takes, which on large tables is more than any other statement is given. */
@Component
public class UnhurriedMigration extends BaseCallback {

    @Override
    public boolean supports(Event event, @Nullable Context context) {
        return event == Event.BEFORE_EACH_MIGRATE;
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            Connection connection = context.getConnection();
            if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
                connection.setNetworkTimeout(Runnable::run, 0);
                try (Statement statement = connection.createStatement()) {
                    statement.execute("set local statement_timeout = 0; set local lock_timeout = 0");
                }
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The database does not let a migration take its time", e);
        }
    }
}
