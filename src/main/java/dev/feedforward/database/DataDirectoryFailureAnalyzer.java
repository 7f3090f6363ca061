package dev.feedforward.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at start what to do about a data directory that cannot be written to. */
class DataDirectoryFailureAnalyzer extends AbstractFailureAnalyzer<DataDirectoryException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DataDirectoryException cause) {
        return new FailureAnalysis(
                cause.getMessage() + ".",
                "Make %s writable for the user that runs the service, or name another directory with --feedforward.data-dir=…"
                        .formatted(cause.directory().toAbsolutePath()),
                cause);
    }
}
