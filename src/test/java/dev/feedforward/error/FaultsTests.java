package dev.feedforward.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FaultsTests {

    private final Faults faults = new Faults();

    @Test
    void keepsHundredAndCountsAll() {
        for (int i = 0; i < 150; i++) {
            faults.add("#/" + i, "bad");
        }
        assertThat(faults.list()).hasSize(100);
        assertThat(faults.count()).isEqualTo(150);
    }

    @Test
    void asksForNoFaultThatIsOnlyCounted() {
        AtomicInteger asked = new AtomicInteger();
        for (int i = 0; i < 150; i++) {
            faults.add(() -> new Fault("#/" + asked.getAndIncrement(), "bad"));
        }
        assertThat(asked).hasValue(100);
        assertThat(faults.count()).isEqualTo(150);
    }

    @Test
    void coversWhatIsAtOrInsideFault() {
        faults.add("#/training", "bad");
        assertThat(faults.cover("#/training")).isTrue();
        assertThat(faults.cover("#/training/seed")).isTrue();
        assertThat(faults.cover("#/trainings")).isFalse();
        assertThat(faults.cover("#")).isFalse();
    }

    @Test
    void touchesWhatContainsFault() {
        faults.add("#/training/seed", "bad");
        assertThat(faults.touch("#")).isTrue();
        assertThat(faults.touch("#/training")).isTrue();
        assertThat(faults.touch("#/training/seed/x")).isFalse();
        assertThat(faults.touch("#/train")).isFalse();
    }

    @Test
    void tellsTheOnlyFaultInTheDetail() {
        faults.add("#/training/seed", "must be a whole number, but is 1.5");
        Problem problem = new InvalidRequestException(faults).problem();
        assertThat(problem.detail()).isEqualTo("#/training/seed: must be a whole number, but is 1.5");
        assertThat(problem.status()).isEqualTo(422);
    }
}
