package dev.feedforward.training.cost;

import static dev.feedforward.computing.Computing.When.ALWAYS;

import dev.feedforward.computing.Computing;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.Problems;
import dev.feedforward.error.ServiceException;
import dev.feedforward.training.history.CostHistory;
import dev.feedforward.training.job.Job;
import dev.feedforward.training.worker.Jobs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Cost histories over HTTP: as numbers, as plots, as a line in a terminal. */
@RestController
class CostController {

    private static final String ALSO = " As JSON, CSV, SVG, PNG or text, by Accept or format.";

    private final Jobs jobs;
    private final CostHistories histories;

    CostController(Jobs jobs, CostHistories histories) {
        this.jobs = jobs;
        this.histories = histories;
    }

    @Computing(ALWAYS)
    @GetMapping(
            path = "/jobs/{id}/cost",
            produces = {
                MediaType.APPLICATION_JSON_VALUE,
                "text/csv",
                "image/svg+xml",
                MediaType.IMAGE_PNG_VALUE,
                MediaType.TEXT_PLAIN_VALUE
            })
    @Tag(name = "Jobs")
    @Operation(
            operationId = "getCost",
            summary = "How a job's cost fell",
            description =
                    "A point every training.recordEvery iterations, taken before the weights are corrected." + ALSO)
    @Problems(ProblemType.JOB_NOT_FOUND)
    CostHistory cost(
            @Parameter(
                            description = "The job's number.",
                            example = "1",
                            schema = @Schema(type = "integer", format = "int64", minimum = "1"))
                    @PathVariable
                    long id,
            @ParameterObject @Valid CostView view) {
        return view.of(histories.of(jobs.find(id).id()));
    }

    @Computing(ALWAYS)
    @GetMapping(
            path = "/cost",
            produces = {
                MediaType.APPLICATION_JSON_VALUE,
                "text/csv",
                "image/svg+xml",
                MediaType.IMAGE_PNG_VALUE,
                MediaType.TEXT_PLAIN_VALUE
            })
    @Tag(name = "Train")
    @Operation(
            operationId = "getNewestCost",
            summary = "How the newest job's cost fell",
            description = "The same as /jobs/{id}/cost of the job that was asked for last." + ALSO)
    @Problems(ProblemType.JOB_NOT_FOUND)
    CostHistory newestCost(@ParameterObject @Valid CostView view) {
        Job newest = jobs.findNewest()
                .orElseThrow(() -> new ServiceException(
                        ProblemType.JOB_NOT_FOUND,
                        "There is no job yet, so there is no cost history.",
                        "Start one: curl -X POST '{service}/train?wait=10'"));
        return view.of(histories.of(newest.id()));
    }
}
