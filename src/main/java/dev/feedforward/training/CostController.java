package dev.feedforward.training;

import dev.feedforward.error.ProblemType;
import dev.feedforward.error.Problems;
import dev.feedforward.error.ServiceException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cost histories over HTTP: as numbers, as plots, as a line in a terminal. */
@RestController
@Tag(name = "Train")
class CostController {

    private static final String ALSO = " As JSON, CSV, SVG, PNG or text, by Accept or format.";

    private static final String FORMAT = "What to answer, in place of the Accept header.";

    private final JobQueue queue;
    private final JobRepository jobs;
    private final CostHistoryRepository histories;

    CostController(JobQueue queue, JobRepository jobs, CostHistoryRepository histories) {
        this.queue = queue;
        this.jobs = jobs;
        this.histories = histories;
    }

    @GetMapping(
            path = "/jobs/{id}/cost",
            produces = {
                MediaType.APPLICATION_JSON_VALUE,
                "text/csv",
                "image/svg+xml",
                MediaType.IMAGE_PNG_VALUE,
                MediaType.TEXT_PLAIN_VALUE
            })
    @Operation(
            operationId = "getCost",
            summary = "How a job's cost fell",
            description =
                    "A point every training.recordEvery iterations, taken before the weights are corrected." + ALSO)
    @Problems({ProblemType.INVALID_PARAMETER, ProblemType.JOB_NOT_FOUND, ProblemType.NOT_ACCEPTABLE})
    @Parameter(
            name = "format",
            in = ParameterIn.QUERY,
            description = FORMAT,
            schema = @Schema(allowableValues = {"json", "csv", "svg", "png", "txt"}))
    CostHistory cost(
            @Parameter(
                            description = "The job's number.",
                            example = "1",
                            schema = @Schema(type = "integer", format = "int64", minimum = "1"))
                    @PathVariable
                    long id,
            @Parameter(description = "Rounds to so many decimals; the course's plot has 3.", example = "3")
                    @RequestParam(required = false)
                    @Min(0)
                    @Max(17)
                    @Nullable
                    Integer decimals,
            @Parameter(
                            description =
                                    "Thins the history to at most so many points for drawing, without losing peaks.",
                            example = "200")
                    @RequestParam(required = false)
                    @Min(1)
                    @Max(1_000_000)
                    @Nullable
                    Integer points) {
        return shaped(history(queue.find(id)), decimals, points);
    }

    @GetMapping(
            path = "/cost",
            produces = {
                MediaType.APPLICATION_JSON_VALUE,
                "text/csv",
                "image/svg+xml",
                MediaType.IMAGE_PNG_VALUE,
                MediaType.TEXT_PLAIN_VALUE
            })
    @Operation(
            operationId = "getNewestCost",
            summary = "How the newest job's cost fell",
            description = "The same as /jobs/{id}/cost of the job that was asked for last." + ALSO)
    @Problems({ProblemType.INVALID_PARAMETER, ProblemType.JOB_NOT_FOUND, ProblemType.NOT_ACCEPTABLE})
    @Parameter(
            name = "format",
            in = ParameterIn.QUERY,
            description = FORMAT,
            schema = @Schema(allowableValues = {"json", "csv", "svg", "png", "txt"}))
    CostHistory newestCost(
            @Parameter(description = "Rounds to so many decimals; the course's plot has 3.", example = "3")
                    @RequestParam(required = false)
                    @Min(0)
                    @Max(17)
                    @Nullable
                    Integer decimals,
            @Parameter(
                            description =
                                    "Thins the history to at most so many points for drawing, without losing peaks.",
                            example = "200")
                    @RequestParam(required = false)
                    @Min(1)
                    @Max(1_000_000)
                    @Nullable
                    Integer points) {
        Job newest = jobs.findNewest()
                .orElseThrow(() -> new ServiceException(
                        ProblemType.JOB_NOT_FOUND,
                        "There is no job yet, so there is no cost history.",
                        "Start one: curl -X POST 'localhost:8080/train?wait=10'"));
        return shaped(history(newest), decimals, points);
    }

    private CostHistory history(Job job) {
        // A job that ends in between is in the database by the time that it is gone from the queue.
        CostHistory soFar = queue.historySoFar(job.id());
        return histories.find(job.id()).orElse(soFar);
    }

    private static CostHistory shaped(CostHistory history, @Nullable Integer decimals, @Nullable Integer points) {
        CostHistory thinned = points == null ? history : history.thinned(points);
        return decimals == null ? thinned : thinned.rounded(decimals);
    }
}
