package dev.feedforward.database;

import java.sql.SQLException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/** Lets a migration take the time that it takes, which on large tables is more than any other statement is given. */
@Component
class UnhurriedMigration extends BaseCallback {

    @Override
    public boolean supports(Event event, @Nullable Context context) {
        return event == Event.BEFORE_EACH_MIGRATE;
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            if (context.getConnection().getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
                context.getConnection().setNetworkTimeout(Runnable::run, 0);
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The database does not let a migration take its time", e);
        }
    }
}
