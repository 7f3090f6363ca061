package dev.feedforward.training.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.training.SetClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CheckpointTimingTests {

    private final SetClock clock = new SetClock();
    private final CheckpointTiming timing = new CheckpointTiming(Duration.ofSeconds(2), clock);

    @Test
    void isDueAfterEachInterval() {
        clock.pass(1.999);
        assertThat(timing.isDue()).isFalse();
        clock.pass(0.001);
        assertThat(timing.isDue()).isTrue();

        timing.begin();
        clock.pass(0.010);
        timing.end();

        clock.pass(1.999);
        assertThat(timing.isDue()).isFalse();
        clock.pass(0.001);
        assertThat(timing.isDue()).isTrue();
    }

    @Test
    void isDueLaterWhereACheckpointTakesLong() {
        timing.begin();
        // Tried again: only what was written counts.
        clock.pass(60);
        timing.begin();
        clock.pass(1);
        timing.end();

        clock.pass(99);
        assertThat(timing.isDue()).isFalse();
        clock.pass(1);
        assertThat(timing.isDue()).isTrue();
    }
}
