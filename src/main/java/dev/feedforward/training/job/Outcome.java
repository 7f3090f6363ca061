package dev.feedforward.training.job;

import dev.feedforward.error.Problem;
import dev.feedforward.model.metrics.Figures;
import dev.feedforward.training.diagnosis.Warning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a job ended.
 *
 * @param stoppedBecause what ended the training, or null where it did not run to an end
 * @param cost the mean absolute error of the trained network, or at the last recorded point; null where there is none
 * @param result how well the trained network answers, or null where there is none
 * @param problem why the job failed, or null
 */
public record Outcome(
        @Nullable String stoppedBecause,
        @Nullable Double cost,
        @Nullable Figures result,
        List<Warning> warnings,
        @Nullable Problem problem) {

    /** Nothing has come of the job, or not yet. */
    static final Outcome NONE = new Outcome(null, null, null, List.of(), null);

    /** What the trained network answers to each test row: rows × outputs; null where that is not kept. */
    double @Nullable [][] testOutputs() {
        return result == null ? null : result.testOutputs();
    }

    /** The same with {@code outputs} for what is answered to each test row; null for none. */
    Outcome withTestOutputs(double @Nullable [][] outputs) {
        return result == null ? this : with(result.withTestOutputs(outputs));
    }

    /** The same as a list shows it. */
    Outcome inList() {
        return result == null ? this : with(result.withoutOutputs());
    }

    private Outcome with(Figures other) {
        return new Outcome(stoppedBecause, cost, other, warnings, problem);
    }
}
