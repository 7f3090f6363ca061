package dev.feedforward.database;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.feedforward.database.fault.UnusableDatabaseException;
import dev.feedforward.database.fault.UnusableDatabaseFailureAnalyzer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** What an operator reads when the service does not start. */
public final class Refusal {

    private Refusal() {}

    public static FailureAnalysis of(ThrowingCallable start) {
        UnusableDatabaseException refusal = catchThrowableOfType(UnusableDatabaseException.class, start);
        return new UnusableDatabaseFailureAnalyzer().analyze(new IllegalStateException(refusal));
    }
}
