package dev.feedforward.training.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.feedforward.error.Problem;
import dev.feedforward.model.metrics.Figures;
import dev.feedforward.training.diagnosis.Warning;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A training job.
 *
 * @param cost the mean absolute error over the training rows: of the trained network, or at the last recorded point
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A training job. What is not known yet is left out.")
public record Job(
        @Schema(description = "The job's number, counted from 1.", example = "7")
        long id,

        @Schema(description = "Where it stands; succeeded, failed and cancelled are ends.", example = "succeeded")
        JobStatus status,

        JobModel model,

        @Schema(description = "When it was asked for, in UTC.")
        Instant createdAt,

        @Schema(description = "When the training began, in UTC; absent until then.") @Nullable
        Instant startedAt,

        @Schema(description = "When it ended, in UTC; absent until then.") @Nullable
        Instant finishedAt,

        Progress progress,

        @Schema(
                description =
                        "Mean absolute error over the training rows: of the trained network, or at the last recorded"
                                + " point while it trains.",
                example = "0.00485")
        @Nullable
        Double cost,

        @Schema(
                description =
                        "What ended the training: iterations, early_stopping, stop_at_cost, max_seconds, cancelled or diverged.",
                example = "iterations")
        @Nullable
        String stoppedBecause,

        @Nullable Figures result,

        @Schema(description = "What its owner should know; most often nothing.")
        List<Warning> warnings,

        @Schema(description = "Why the job failed; absent otherwise.") @Nullable
        Problem problem) {

    /** Where to go on from here. */
    @JsonProperty
    JobLinks links() {
        return JobLinks.of(this);
    }

    /** The path under which the job is served. */
    public String path() {
        return "/jobs/" + id;
    }

    /** This job, further than the database knows. */
    public Job observed(Progress now, @Nullable Double costNow) {
        return with(status, now, costNow, result, warnings);
    }

    /** This job, paused until what {@code warning} tells of is over. */
    public Job standingStill(Warning warning) {
        return with(JobStatus.PAUSED, progress, cost, result, before(warning));
    }

    /** This job, which waits for what {@code warning} tells of. */
    public Job waiting(Warning warning) {
        return with(status, progress, cost, result, before(warning));
    }

    private List<Warning> before(Warning warning) {
        return Stream.concat(Stream.of(warning), warnings.stream()).toList();
    }

    private Job with(
            JobStatus newStatus,
            Progress newProgress,
            @Nullable Double newCost,
            @Nullable Figures newResult,
            List<Warning> newWarnings) {
        return new Job(
                id,
                newStatus,
                model,
                createdAt,
                startedAt,
                finishedAt,
                newProgress,
                newCost,
                stoppedBecause,
                newResult,
                newWarnings,
                problem);
    }
}
