package dev.feedforward.training.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTests {

    @Test
    void countsOnlyEpochsThatAreDone() {
        assertThat(Progress.of(JobStatus.SUCCEEDED, 99, 100, 10).epoch()).isEqualTo(9);
        assertThat(Progress.of(JobStatus.SUCCEEDED, 100, 100, 10).epoch()).isEqualTo(10);
    }

    @Test
    void tellsTheTimeLeftAtTheSpeedSoFar() {
        Progress begun = Progress.of(JobStatus.RUNNING, 0, 100, 1);

        assertThat(begun.secondsLeft()).isNull();
        assertThat(begun.at(0, Duration.ofSeconds(1)).secondsLeft()).isNull();
        assertThat(begun.at(25, Duration.ofSeconds(2)).secondsLeft()).isEqualTo(6.0);
        assertThat(begun.at(25, Duration.ofSeconds(2)).fraction()).isEqualTo(0.25);
    }

    @Test
    void isCompleteWhereThereIsNothingToDo() {
        assertThat(Progress.of(JobStatus.SUCCEEDED, 0, 0, 1).fraction()).isEqualTo(1.0);
        assertThat(Progress.of(JobStatus.SUCCEEDED, 0, 0, 1).secondsLeft()).isZero();
    }
}
