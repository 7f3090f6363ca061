package dev.feedforward.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class JobRunTests {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Clock AFTER_NOON = Clock.fixed(NOON.plusSeconds(1), ZoneOffset.UTC);

    private final JobRun run = new JobRun(1);

    @Test
    void endsForWantOfTimeAfterItsDeadline() {
        run.limit(AFTER_NOON, NOON);

        assertThat(run.continueAt(0)).isFalse();
        assertThat(run.isOutOfTime()).isTrue();
    }

    @Test
    void isCancelledRatherThanOutOfTimeWhenBothAreSo() {
        run.limit(AFTER_NOON, NOON);
        run.cancel();

        assertThat(run.continueAt(0)).isFalse();
        assertThat(run.isOutOfTime()).isFalse();
    }

    @Test
    void goesOnBeforeItsDeadline() {
        run.limit(AFTER_NOON, NOON.plusSeconds(2));

        assertThat(run.continueAt(0)).isTrue();
        assertThat(run.isOutOfTime()).isFalse();
    }

    @Test
    void beginsAgainWithAnEmptyHistory() {
        run.recorded(0, 0.5, 0.5, Double.NaN, Double.NaN);
        run.started(NOON);

        assertThat(run.history().cost()).isEmpty();
        assertThat(run.lastCost()).isNull();
    }
}
