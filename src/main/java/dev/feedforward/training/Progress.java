package dev.feedforward.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far a job is.
 *
 * @param epoch passes over all training rows: with the full batch the same as iterations
 * @param fraction from 0 to 1
 * @param secondsLeft at the speed so far; null before the first iteration
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "How far the job is.")
record Progress(
        @Schema(description = "Corrections of the weights so far.", example = "10000")
        long iteration,

        @Schema(description = "Corrections in all.", example = "10000")
        long iterations,

        @Schema(description = "Passes over the training rows so far.", example = "10000")
        long epoch,

        @Schema(description = "0 to 1.", example = "1.0") double fraction,

        @Schema(description = "Seconds left at the speed so far; absent where it cannot be told.", example = "0")
        @Nullable
        Double secondsLeft) {

    /** The progress of a job that is not being run here. */
    static Progress of(JobStatus status, long iteration, long iterations) {
        return new Progress(
                iteration, iterations, iteration, fraction(iteration, iterations), status.isEnded() ? 0.0 : null);
    }

    /** The progress of a job that has run for {@code elapsed}. */
    static Progress running(long iteration, long iterations, Duration elapsed) {
        Double secondsLeft = iteration == 0 ? null : elapsed.toNanos() / 1e9 * (iterations - iteration) / iteration;
        return new Progress(iteration, iterations, iteration, fraction(iteration, iterations), secondsLeft);
    }

    private static double fraction(long iteration, long iterations) {
        return iterations == 0 ? 1.0 : (double) iteration / iterations;
    }
}
