package dev.feedforward.training.job;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far a job is.
 *
 * @param epoch passes over all training rows that are done
 * @param fraction from 0 to 1
 * @param secondsLeft at the speed so far; null before the first iteration
 * @param iterationsAnEpoch iterations that are one pass over the training rows
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "How far the job is.")
public record Progress(
        @Schema(description = "Corrections of the weights so far.", example = "10000")
        long iteration,

        @Schema(description = "Corrections in all.", example = "10000")
        long iterations,

        @Schema(description = "Passes over the training rows so far.", example = "10000")
        long epoch,

        @Schema(description = "0 to 1.", example = "1.0") double fraction,

        @Schema(description = "Seconds left at the speed so far; absent where it cannot be told.", example = "0")
        @Nullable
        Double secondsLeft,

        @JsonIgnore long iterationsAnEpoch) {

    /**
     * The progress of a job that is not being run here.
     *
     * @param iterationsAnEpoch iterations that are one pass over the training rows
     */
    public static Progress of(JobStatus status, long iteration, long iterations, long iterationsAnEpoch) {
        return new Progress(
                iteration,
                iterations,
                iteration / iterationsAnEpoch,
                fraction(iteration, iterations),
                status.isEnded() ? 0.0 : null,
                iterationsAnEpoch);
    }

    /** This progress, {@code nowIteration} being reached after {@code elapsed}. */
    public Progress at(long nowIteration, Duration elapsed) {
        Double left = nowIteration == 0 ? null : elapsed.toNanos() / 1e9 * (iterations - nowIteration) / nowIteration;
        return new Progress(
                nowIteration,
                iterations,
                nowIteration / iterationsAnEpoch,
                fraction(nowIteration, iterations),
                left,
                iterationsAnEpoch);
    }

    private static double fraction(long iteration, long iterations) {
        return iterations == 0 ? 1.0 : (double) iteration / iterations;
    }
}
