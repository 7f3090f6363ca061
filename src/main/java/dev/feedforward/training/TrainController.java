package dev.feedforward.training;

import static dev.feedforward.computing.Computing.When.ALWAYS;
import static dev.feedforward.computing.Computing.When.OF_LARGE_BODIES;

import dev.feedforward.client.Client;
import dev.feedforward.computing.Computing;
import dev.feedforward.dataset.upload.UploadParameters;
import dev.feedforward.dataset.upload.UploadedFile;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.Problems;
import dev.feedforward.error.ServiceException;
import dev.feedforward.json.BodyReading;
import dev.feedforward.training.job.Job;
import dev.feedforward.training.job.Submission;
import dev.feedforward.training.queue.JobQueue;
import dev.feedforward.training.request.FileTraining;
import dev.feedforward.training.request.RecipeResolver;
import dev.feedforward.training.request.TrainRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Starts training jobs over HTTP. */
@RestController
@Tag(name = "Train")
class TrainController {

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final RecipeResolver recipes;
    private final JobQueue queue;
    private final JobWaits waits;
    private final FileTrainings files;
    private final Clock clock;

    TrainController(RecipeResolver recipes, JobQueue queue, JobWaits waits, FileTrainings files, Clock clock) {
        this.recipes = recipes;
        this.queue = queue;
        this.waits = waits;
        this.files = files;
        this.clock = clock;
    }

    @Computing(OF_LARGE_BODIES)
    @PostMapping(path = "/train", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "train",
            summary = "Train a network",
            description = "Queues a job. Every field of the body may be left out: no body, or {}, trains the course's"
                    + " example. Answers 202 as soon as the job is stored; with wait it answers once the job has ended:"
                    + " 200 if it did what was asked, 422 if it failed. If it is still going: 409 where expect says what is to"
                    + " come of it, 202 otherwise."
                    + " A CSV file in place of the JSON, as text/csv, becomes a data set, and is trained on: curl"
                    + " --data-binary @iris.csv -H 'Content-Type: text/csv'"
                    + " '{service}/train?answers=species&preset=classifier&wait=30'. It takes the parameters of PUT"
                    + " /datasets/{name}, and name, preset, hidden and epochs; a fifth of the rows is kept to test with,"
                    + " unless test or split says otherwise. Where no job is queued, the data set that had the name"
                    + " stays as it was.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            description = "What to train, as JSON; or a file to train on.",
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        schema = @Schema(implementation = TrainRequest.class)),
                                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                                @Content(
                                        mediaType = "application/gzip",
                                        schema = @Schema(type = "string", format = "binary"))
                            }))
    @ApiResponse(
            responseCode = "202",
            description = "The job is stored and waits for its turn, or is still going and nothing was expected of it.",
            headers = {
                @Header(
                        name = "Location",
                        required = true,
                        description = "The job's path.",
                        schema = @Schema(type = "string", example = "/jobs/7")),
                @Header(
                        name = "Retry-After",
                        description = "Seconds after which to look at it.",
                        schema = @Schema(type = "integer", example = "1"))
            },
            content = @Content(schema = @Schema(implementation = Job.class)))
    @ApiResponse(
            responseCode = "200",
            description = "The job has ended.",
            headers = {
                @Header(
                        name = "Location",
                        required = true,
                        description = "The job's path.",
                        schema = @Schema(type = "string", example = "/jobs/7")),
                @Header(
                        name = "Preference-Applied",
                        description = "What was done of the header Prefer; absent without it.",
                        schema = @Schema(type = "string", example = "wait=10"))
            },
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
        ProblemType.MALFORMED_JSON,
        ProblemType.BODY_TOO_LARGE,
        ProblemType.REQUEST_TIMEOUT,
        ProblemType.UNSUPPORTED_MEDIA_TYPE,
        ProblemType.DATASET_NOT_FOUND,
        ProblemType.MODEL_NOT_FOUND,
        ProblemType.CONFLICT,
        ProblemType.ONLY_FAILED_MODELS,
        ProblemType.INVALID_REQUEST,
        ProblemType.EXPECTATION_NOT_MET,
        ProblemType.DIVERGED,
        ProblemType.EXPECTATION_UNDECIDED,
        ProblemType.QUEUE_FULL,
        ProblemType.STORAGE_FULL
    })
    CompletableFuture<ResponseEntity<Object>> train(
            @RequestBody(required = false) @Nullable TrainRequest request,
            @Parameter(
                            description =
                                    "Seconds to wait for the job's end, 0 to 600; without a number: 600. Without wait,"
                                            + " the answer does not wait.",
                            allowEmptyValue = true,
                            example = "5")
                    @RequestParam(required = false)
                    @Min(0)
                    @Max(Wait.MAX_SECONDS)
                    @Nullable
                    Integer wait,
            @Parameter(description = "The same as a header (RFC 7240), such as wait=10. The query goes first.")
                    @RequestHeader(name = "Prefer", required = false)
                    @Nullable
                    String prefer,
            @Parameter(
                            description =
                                    "Any text, the same for every try of one request, so that a job is started once"
                                            + " however often its answer is lost: with a key that was used before, the"
                                            + " answer is the job that it started then, or 409 if the body was another."
                                            + " Keys are shared by all callers: take what nobody else comes upon, such"
                                            + " as a UUID. A key is free again once its job is deleted.")
                    @RequestHeader(name = IDEMPOTENCY_KEY, required = false)
                    @Size(min = 1, max = 255)
                    @Nullable
                    String idempotencyKey,
            @Parameter(hidden = true) BodyReading reading,
            HttpServletRequest http) {
        refuseSeveralKeys(http);
        Submission submission =
                new Submission(Client.of(http.getRemoteAddr()), idempotencyKey, reading.sha256(), clock.instant());
        TrainRequest said = request == null ? TrainRequest.EMPTY : request;
        long id = queue.earlier(submission)
                .orElseGet(() -> queue.submit(recipes.resolve(said, reading.faults()), submission));
        return answer(id, Wait.of(http.getParameter("wait") != null, wait, prefer));
    }

    @Computing(ALWAYS)
    @PostMapping(
            path = "/train",
            consumes = {"text/csv", "application/csv", "application/gzip", "application/x-gzip"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "train") // A path and method are one operation in OpenAPI: train tells of both.
    CompletableFuture<ResponseEntity<Object>> trainFile(
            @ParameterObject @Valid UploadParameters file,
            @ParameterObject @Valid FileTraining training,
            @Parameter(
                            description =
                                    "Seconds to wait for the job's end, 0 to 600; without a number: 600. Without wait,"
                                            + " the answer does not wait.",
                            allowEmptyValue = true,
                            example = "5")
                    @RequestParam(required = false)
                    @Min(0)
                    @Max(Wait.MAX_SECONDS)
                    @Nullable
                    Integer wait,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Size(min = 1, max = 255) @Nullable
                    String idempotencyKey,
            @Parameter(hidden = true) HttpServletRequest http)
            throws IOException {
        refuseSeveralKeys(http);
        UploadedFile content = UploadedFile.of(
                http.getInputStream(),
                false,
                http.getHeader(HttpHeaders.CONTENT_ENCODING),
                http.getContentLengthLong());
        long id = files.queue(training, file, content, Client.of(http.getRemoteAddr()), idempotencyKey);
        return answer(id, Wait.of(http.getParameter("wait") != null, wait, prefer));
    }

    /** Spring MVC would make one key of several, which none of them would find again. */
    private static void refuseSeveralKeys(HttpServletRequest http) {
        List<String> keys = Collections.list(http.getHeaders(IDEMPOTENCY_KEY));
        if (keys.size() > 1) {
            throw new ServiceException(
                    ProblemType.INVALID_PARAMETER,
                    "The header %s is there %d times, with the values %s; a request has one."
                            .formatted(IDEMPOTENCY_KEY, keys.size(), String.join(" and ", keys)),
                    "Send one of them.");
        }
    }

    private CompletableFuture<ResponseEntity<Object>> answer(long id, Wait waiting) {
        return waits.answerToSubmission(id, waiting).thenApply(answer -> answer(answer, id));
    }

    private static ResponseEntity<Object> answer(JobAnswer answer, long id) {
        HttpHeaders headers = new HttpHeaders();
        headers.setLocation(URI.create("/jobs/" + id));
        answer.headers().forEach(headers::set);
        if (answer.isProblem()) {
            headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        }
        return new ResponseEntity<>(answer.body(), headers, answer.status());
    }
}
