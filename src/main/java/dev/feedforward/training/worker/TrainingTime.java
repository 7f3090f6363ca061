package dev.feedforward.training.worker;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long a job has trained, over all the times that it was taken up; what it waited does not count. */
final class TrainingTime {

    private final Clock clock;
    private Duration before = Duration.ZERO;
    private @Nullable Instant since;

    TrainingTime(Clock clock) {
        this.clock = clock;
    }

    /** The clock runs, from {@code earlier} on. */
    synchronized void start(Duration earlier) {
        before = earlier;
        since = clock.instant();
    }

    /** The clock stands still until it is started again. */
    synchronized void stop() {
        before = elapsed();
        since = null;
    }

    synchronized Duration elapsed() {
        return since == null ? before : before.plus(Duration.between(since, clock.instant()));
    }
}
