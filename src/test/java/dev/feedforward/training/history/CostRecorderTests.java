package dev.feedforward.training.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostRecorderTests {

    @ParameterizedTest
    @CsvSource({"-1,5,0,5", "0,5,10,5", "9,3,10,3", "10,1000,20,98", "985,9,990,1", "990,9,,0", "5000,9,,0"})
    void givesTheFirstPointsAfterAnIterationAsItsHistoryDoes(long after, int max, Long first, int points) {
        CostRecorder recorder = new CostRecorder();
        for (int i = 0; i < 100; i++) {
            recorder.add(10L * i, 1.0 / (i + 1), i, Double.NaN, 2.0 * i);
        }

        CostHistory part = recorder.after(7, after, max);

        assertThat(part.iteration()).hasSize(points);
        assertThat(part.validationCost()).isNull();
        assertThat(part.testCost()).hasSize(points);
        if (first != null) {
            assertThat(part.iteration()[0]).isEqualTo(first);
            assertThat(part.cost()[0]).isEqualTo(1.0 / (first / 10 + 1));
        }
        assertThat(part)
                .usingRecursiveComparison()
                .isEqualTo(recorder.history(7).after(after, max));
    }

    @Test
    void givesNothingBeforeTheFirstPoint() {
        assertThat(new CostRecorder().after(7, -1, 1000).iteration()).isEmpty();
    }
}
