package dev.feedforward.database.fault;

import java.util.stream.Collectors;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells at start what to do about tables that another version of the service has made. */
class ForeignSchemaFailureAnalyzer extends AbstractFailureAnalyzer<FlywayValidateException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, FlywayValidateException cause) {
        return new FailureAnalysis(
                "The database's tables were made by another, probably newer version of the service: "
                        + findings(cause.getMessage()),
                "Start the version that the database was last used with, or a newer one. To stay with this version,"
                        + " start it on a backup that was made before the other version was started, or on an empty"
                        + " database, in another directory: --feedforward.data-dir=…",
                cause);
    }

    /** What Flyway has found, without its advice, which is for those who write migrations. */
    private static String findings(@Nullable String message) {
        return String.valueOf(message)
                .lines()
                .filter(line -> line.startsWith("Detected") || line.startsWith("Migration "))
                .collect(Collectors.joining(" "));
    }
}
