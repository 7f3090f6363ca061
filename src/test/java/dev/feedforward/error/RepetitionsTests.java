package dev.feedforward.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.error.Repetitions.Occurrence;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RepetitionsTests {

    private final Turned clock = new Turned();
    private final Repetitions repetitions = new Repetitions(clock);

    @Test
    void tellOneOfAKindAMinuteAndCountTheOthers() {
        Occurrence first = repetitions.next("a");
        assertThat(first.isNew()).isTrue();
        assertThat(repetitions.next("a")).isEqualTo(new Occurrence(first.number(), false, 1));
        assertThat(repetitions.next("b").isNew()).isTrue();
        assertThat(repetitions.next("a")).isEqualTo(new Occurrence(first.number(), false, 2));

        clock.now = clock.now.plus(Repetitions.APART);
        Occurrence later = repetitions.next("a");
        assertThat(later.isNew()).isTrue();
        assertThat(later.repeated()).isEqualTo(2);
        assertThat(later.number()).isNotEqualTo(first.number());
    }

    private static final class Turned extends Clock {

        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
