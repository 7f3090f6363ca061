package dev.feedforward.database;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** What an operator reads when the service does not start. */
final class Refusal {

    private Refusal() {}

    static FailureAnalysis of(ThrowingCallable start) {
        UnusableDatabaseException refusal = catchThrowableOfType(UnusableDatabaseException.class, start);
        return new UnusableDatabaseFailureAnalyzer().analyze(new IllegalStateException(refusal));
    }
}
