package dev.feedforward.training;

import dev.feedforward.error.ProblemType;
import dev.feedforward.error.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Jobs over HTTP. */
@RestController
@RequestMapping("/jobs")
@Tag(name = "Jobs")
class JobController {

    private final Jobs jobs;
    private final JobControl control;

    JobController(Jobs jobs, JobControl control) {
        this.jobs = jobs;
        this.control = control;
    }

    @GetMapping
    @Operation(
            operationId = "listJobs",
            summary = "List the jobs",
            description = "Newest first; each without the outputs for its test rows.")
    @Problems(ProblemType.INVALID_PARAMETER)
    JobList list(
            @Parameter(description = "As the link to the next page gives it: only jobs before this one.")
                    @RequestParam(required = false)
                    @Nullable
                    Long after,
            @Parameter(description = "Jobs on a page.") @RequestParam(defaultValue = "50") @Min(1) @Max(200)
                    int limit) {
        List<Job> found = jobs.list(after == null ? Long.MAX_VALUE : after, limit + 1);
        List<Job> page = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit
                ? "/jobs?after=%d&limit=%d".formatted(page.get(limit - 1).id(), limit)
                : null;
        return new JobList(page, next);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getJob", summary = "Look at a job", description = "How far it is, or how it ended.")
    @Problems({ProblemType.INVALID_PARAMETER, ProblemType.JOB_NOT_FOUND})
    Job get(
            @Parameter(
                            description = "The job's number.",
                            example = "1",
                            schema = @Schema(type = "integer", format = "int64", minimum = "1"))
                    @PathVariable
                    long id) {
        return jobs.find(id);
    }

    @PostMapping("/{id}/cancel")
    @Operation(
            operationId = "cancelJob",
            summary = "Cancel a job",
            description = "A queued job never runs; a running one stops before its next iteration. It leaves no model,"
                    + " but its cost history so far is kept.")
    @Problems({ProblemType.INVALID_PARAMETER, ProblemType.JOB_NOT_FOUND, ProblemType.WRONG_STATE})
    Job cancel(
            @Parameter(
                            description = "The job's number. The example is the last one of POST /train, a long one.",
                            example = "10",
                            schema = @Schema(type = "integer", format = "int64", minimum = "1"))
                    @PathVariable
                    long id) {
        return control.cancel(id);
    }

    @PostMapping("/{id}/pause")
    @Operation(
            operationId = "pauseJob",
            summary = "Pause a job",
            description =
                    "A running job stops before its next iteration and keeps all that it has reached; a queued one"
                            + " leaves the queue.")
    @Problems({ProblemType.INVALID_PARAMETER, ProblemType.JOB_NOT_FOUND, ProblemType.WRONG_STATE})
    Job pause(
            @Parameter(
                            description = "The job's number. The example is the last one of POST /train, a long one.",
                            example = "10",
                            schema = @Schema(type = "integer", format = "int64", minimum = "1"))
                    @PathVariable
                    long id) {
        return control.pause(id);
    }

    @PostMapping("/{id}/resume")
    @Operation(
            operationId = "resumeJob",
            summary = "Go on with a paused job",
            description = "Queues the job again. It ends with the very same weights as if it had never been paused.")
    @Problems({ProblemType.INVALID_PARAMETER, ProblemType.JOB_NOT_FOUND, ProblemType.WRONG_STATE})
    Job resume(
            @Parameter(
                            description = "The job's number. The example is the last one of POST /train, a long one.",
                            example = "10",
                            schema = @Schema(type = "integer", format = "int64", minimum = "1"))
                    @PathVariable
                    long id) {
        return control.resume(id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deleteJob",
            summary = "Forget an ended job",
            description = "With its cost history. The model that came of it is kept.")
    @Problems({ProblemType.INVALID_PARAMETER, ProblemType.JOB_NOT_FOUND, ProblemType.WRONG_STATE})
    void delete(
            @Parameter(
                            description = "The job's number. The example is the second job.",
                            example = "2",
                            schema = @Schema(type = "integer", format = "int64", minimum = "1"))
                    @PathVariable
                    long id) {
        control.delete(id);
    }

    @Schema(description = "A page of jobs.")
    record JobList(
            @Schema(description = "The jobs, newest first.") List<Job> items,

            @Schema(
                    description = "The next page; null on the last one.",
                    types = {"string", "null"},
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "/jobs?after=12&limit=50")
            @Nullable
            String next) {}
}
