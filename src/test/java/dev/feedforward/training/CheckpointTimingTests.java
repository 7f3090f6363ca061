package dev.feedforward.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CheckpointTimingTests {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final CheckpointTiming timing = new CheckpointTiming(Duration.ofSeconds(2), NOON);

    @Test
    void isDueAfterEachInterval() {
        assertThat(timing.isDue(NOON.plusMillis(1_999))).isFalse();
        assertThat(timing.isDue(NOON.plusSeconds(2))).isTrue();

        timing.begin(NOON.plusSeconds(2));
        timing.end(NOON.plusMillis(2_010));

        assertThat(timing.isDue(NOON.plusMillis(4_009))).isFalse();
        assertThat(timing.isDue(NOON.plusMillis(4_010))).isTrue();
    }

    @Test
    void isDueLaterWhereACheckpointTakesLong() {
        timing.begin(NOON);
        // Tried again: only what was written counts.
        timing.begin(NOON.plusSeconds(60));
        timing.end(NOON.plusSeconds(61));

        assertThat(timing.isDue(NOON.plusSeconds(160))).isFalse();
        assertThat(timing.isDue(NOON.plusSeconds(161))).isTrue();
    }
}
