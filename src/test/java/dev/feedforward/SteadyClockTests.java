package dev.feedforward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SteadyClockTests {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    /** It may overflow on the way. */
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);

    private final SteadyClock clock = new SteadyClock(NOON, nanos::get);

    @Test
    void runsByWhatIsCounted() {
        assertThat(clock.instant()).isEqualTo(NOON);

        nanos.addAndGet(1_500_000_000L);

        assertThat(clock.instant()).isEqualTo(NOON.plusMillis(1_500));
        assertThat(clock.millis()).isEqualTo(NOON.plusMillis(1_500).toEpochMilli());
    }

    @Test
    void isForNoPlaceOnEarth() {
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> clock.withZone(ZoneOffset.MAX));
    }
}
