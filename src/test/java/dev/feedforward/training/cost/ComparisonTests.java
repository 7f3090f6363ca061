package dev.feedforward.training.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.error.Problem;
import dev.feedforward.training.cost.Comparison.Compared;
import dev.feedforward.training.job.JobModel;
import dev.feedforward.training.job.JobStatus;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComparisonTests {

    @Test
    void saysInAPictureWhichJobHasNoCurveAsItIsDamaged() {
        Problem damaged = new Problem("/problems/damaged", "Damaged", 503, "Job 7 is damaged.", "Delete it.");

        assertThat(compared(damaged).label()).isEqualTo("job 7: damaged");
        assertThat(compared(null).label()).isEqualTo("job 7, m");
    }

    private static Compared compared(@Nullable Problem problem) {
        return new Compared(7, JobStatus.SUCCEEDED, new JobModel("m", 1), Map.of(), null, new double[0], problem);
    }
}
