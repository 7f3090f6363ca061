package dev.feedforward.training;

import static dev.feedforward.computing.Computing.When.NEVER;

import dev.feedforward.computing.Computing;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.Problems;
import dev.feedforward.training.job.Job;
import dev.feedforward.training.worker.Jobs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
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
    private final JobWaits waits;

    JobController(Jobs jobs, JobControl control, JobWaits waits) {
        this.jobs = jobs;
        this.control = control;
        this.waits = waits;
    }

    @Computing(NEVER)
    @GetMapping
    @Operation(
            operationId = "listJobs",
            summary = "List the jobs",
            description = "Newest first; each without the outputs for its test rows.")
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

    @Computing(NEVER)
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "getJob",
            summary = "Look at a job, or wait for it",
            description =
                    "How far it is, or how it ended: 200 in any case. With wait it answers once the job has ended, as"
                            + " POST /train does: 200 if it did what was asked, 422 if it failed. If it is still going: 409 where"
                            + " something is expected of it, 202 otherwise.")
    @ApiResponse(
            responseCode = "200",
            description = "The job; if it was waited for, it has ended.",
            headers =
                    @Header(
                            name = "Preference-Applied",
                            description = "What was done of the header Prefer; absent without it.",
                            schema = @Schema(type = "string", example = "wait=10")),
            content = @Content(schema = @Schema(implementation = Job.class)))
    @ApiResponse(
            responseCode = "202",
            description = "The job was waited for, and is still going.",
            headers =
                    @Header(
                            name = "Retry-After",
                            description = "Seconds after which to look at it.",
                            schema = @Schema(type = "integer", example = "1")),
            content = @Content(schema = @Schema(implementation = Job.class)))
    @ApiResponse(
            responseCode = "409",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = FailedJob.class)))
    @ApiResponse(
            responseCode = "422",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = FailedJob.class)))
    @Problems({
        ProblemType.JOB_NOT_FOUND,
        ProblemType.EXPECTATION_NOT_MET,
        ProblemType.DIVERGED,
        ProblemType.EXPECTATION_UNDECIDED
    })
    CompletableFuture<ResponseEntity<Object>> get(
            @Parameter(
                            description = "The job's number.",
                            example = "1",
                            schema = @Schema(type = "integer", format = "int64", minimum = "1"))
                    @PathVariable
                    long id,
            @Parameter(
                            description =
                                    "Seconds to wait for the job's end, 0 to 600; without a number: 600. Without wait, the"
                                            + " answer is how the job is now, and 200 even if it failed.",
                            allowEmptyValue = true)
                    @RequestParam(required = false)
                    @Min(0)
                    @Max(Wait.MAX_SECONDS)
                    @Nullable
                    Integer wait,
            @Parameter(description = "The same as a header (RFC 7240), such as wait=10. The query goes first.")
                    @RequestHeader(name = "Prefer", required = false)
                    @Nullable
                    String prefer,
            @Parameter(hidden = true) HttpServletRequest http) {
        Wait waiting = Wait.of(http.getParameter("wait") != null, wait, prefer);
        return waits.answerToLook(id, waiting).thenApply(JobController::answer);
    }

    private static ResponseEntity<Object> answer(JobAnswer answer) {
        HttpHeaders headers = new HttpHeaders();
        answer.headers().forEach(headers::set);
        if (answer.isProblem()) {
            headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        }
        return new ResponseEntity<>(answer.body(), headers, answer.status());
    }

    @Computing(NEVER)
    @PostMapping(path = "/{id}/cancel", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "cancelJob",
            summary = "Cancel a job",
            description = "A queued job never runs; a running one stops before its next iteration. It leaves no model,"
                    + " but its cost history so far is kept.")
    @Problems({ProblemType.JOB_NOT_FOUND, ProblemType.WRONG_STATE})
    Job cancel(
            @Parameter(
                            description = "The job's number. The example is the last one of POST /train, a long one.",
                            example = "10",
                            schema = @Schema(type = "integer", format = "int64", minimum = "1"))
                    @PathVariable
                    long id) {
        return control.cancel(id);
    }

    @Computing(NEVER)
    @PostMapping(path = "/{id}/pause", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "pauseJob",
            summary = "Pause a job",
            description =
                    "A running job stops before its next iteration and keeps all that it has reached; a queued one"
                            + " leaves the queue.")
    @Problems({ProblemType.JOB_NOT_FOUND, ProblemType.WRONG_STATE})
    Job pause(
            @Parameter(
                            description = "The job's number. The example is the last one of POST /train, a long one.",
                            example = "10",
                            schema = @Schema(type = "integer", format = "int64", minimum = "1"))
                    @PathVariable
                    long id) {
        return control.pause(id);
    }

    @Computing(NEVER)
    @PostMapping(path = "/{id}/resume", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "resumeJob",
            summary = "Go on with a paused job",
            description = "Queues the job again. It ends with the very same weights as if it had never been paused.")
    @Problems({ProblemType.JOB_NOT_FOUND, ProblemType.WRONG_STATE})
    Job resume(
            @Parameter(
                            description = "The job's number. The example is the last one of POST /train, a long one.",
                            example = "10",
                            schema = @Schema(type = "integer", format = "int64", minimum = "1"))
                    @PathVariable
                    long id) {
        return control.resume(id);
    }

    @Computing(NEVER)
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deleteJob",
            summary = "Forget an ended job",
            description = "With its cost history. The model that came of it is kept.")
    @Problems({ProblemType.JOB_NOT_FOUND, ProblemType.WRONG_STATE})
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
