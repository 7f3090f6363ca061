package dev.feedforward.computing;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;

/** Turns of a test that nobody else takes. */
public final class FreeTurns {

    private FreeTurns() {}

    public static Turns turns() {
        return new Turns(
                new ComputingProperties(1, 1, Duration.ofMinutes(1)), new SimpleMeterRegistry(), System::nanoTime);
    }
}
