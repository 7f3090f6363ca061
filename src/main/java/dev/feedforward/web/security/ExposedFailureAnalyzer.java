package dev.feedforward.web.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells at start what to do about {@link ExposedException}. */
class ExposedFailureAnalyzer extends AbstractFailureAnalyzer<ExposedException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, ExposedException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Set server.address=127.0.0.1 to serve this machine alone. To serve others, set feedforward.open=true,"
                        + " and feedforward.allowed-hosts to the names they call it by. In a container, where the"
                        + " published port decides who reaches it, serve this machine alone with docker run"
                        + " -p 127.0.0.1:8080:8080 -e FEEDFORWARD_OPEN=true ...",
                cause);
    }
}
