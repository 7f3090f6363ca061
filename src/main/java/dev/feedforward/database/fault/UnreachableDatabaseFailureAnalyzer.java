package dev.feedforward.database.fault;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** Tells at start what to do about a database that does not answer, or does not let the service in. */
class UnreachableDatabaseFailureAnalyzer extends AbstractFailureAnalyzer<CannotGetJdbcConnectionException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, CannotGetJdbcConnectionException cause) {
        return new FailureAnalysis(
                "The database cannot be used: " + reason(cause),
                "See whether the database runs at spring.datasource.url and exists, and whether spring.datasource.username"
                        + " and spring.datasource.password are right. Without spring.datasource.url the service keeps"
                        + " everything in an embedded database.",
                cause);
    }

    /** What the driver says: more than the pool around it and the socket beneath it. */
    private static @Nullable String reason(Throwable thrown) {
        String reason = thrown.getMessage();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            reason = cause instanceof SQLException ? cause.getMessage() : reason;
        }
        return reason;
    }
}
