package dev.feedforward.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.feedforward.error.Addressed;
import dev.feedforward.error.Fault;
import dev.feedforward.error.InvalidRequestException;
import dev.feedforward.error.ServiceException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A problem as it is answered, RFC 9457.
 *
 * @param instance the path that was asked, as it came; null where the request was too broken to have one
 * @param errors all that is wrong with a body; null for other problems
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ProblemDetails", description = "What went wrong and what to do about it (RFC 9457).")
public record ProblemAnswer(
        @Schema(
                description = "The kind of problem: the path of a page that explains it.",
                example = "/problems/invalid-request")
        String type,

        @Schema(description = "The kind of problem in a few words.", example = "The body cannot be used")
        String title,

        @Schema(description = "The HTTP status.", example = "422")
        int status,

        @Schema(
                description = "What happened this time, with the actual values.",
                example = "#/training/learningRate: must be greater than 0, but is -1")
        @Addressed
        String detail,

        @Schema(
                description = "The path that was asked; absent where the request was too broken to have one.",
                example = "/train")
        @Nullable
        String instance,

        @Schema(description = "What to do about it.", example = "Correct what errors lists and send the request again.")
        @Addressed
        String action,

        @Schema(description = "All that is wrong with the body; absent for other problems.") @Nullable
        List<Fault> errors) {

    /** @param path the path that was asked, which also decides the shape: the Open Inference Protocol has its own */
    public static ResponseEntity<Object> of(ServiceException problem, HttpHeaders headers, @Nullable String path) {
        return of(problem, problem.type().status(), headers, path);
    }

    /** @param status the status where it is more specific than the problem's own */
    static ResponseEntity<Object> of(ServiceException problem, int status, HttpHeaders headers, @Nullable String path) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status).headers(headers);
        Duration retryAfter = problem.retryAfter();
        if (retryAfter != null) {
            answer.header(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()));
        }
        if (path != null && path.startsWith("/v2/")) {
            String error = problem.problem().detail() + " " + problem.action();
            return answer.contentType(MediaType.APPLICATION_JSON).body(new InferenceError(error));
        }
        // With a content type set, Spring answers it whatever the caller accepts.
        return answer.contentType(MediaType.APPLICATION_PROBLEM_JSON).body(body(problem, status, path));
    }

    /** A problem as the Open Inference Protocol has it. */
    private record InferenceError(@Addressed String error) {}

    private static ProblemAnswer body(ServiceException problem, int status, @Nullable String path) {
        List<Fault> errors = problem instanceof InvalidRequestException invalid
                ? invalid.faults().list()
                : null;
        return new ProblemAnswer(
                problem.type().uri(),
                problem.type().title(),
                status,
                problem.problem().detail(),
                path,
                problem.action(),
                errors);
    }
}
