package dev.feedforward.training.events;

import static dev.feedforward.computing.Computing.When.NEVER;

import dev.feedforward.computing.Computing;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.Problems;
import dev.feedforward.error.ServiceException;
import dev.feedforward.stream.EventFeed;
import dev.feedforward.training.worker.Jobs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happens to a job, over HTTP as it happens. */
@RestController
@Tag(name = "Jobs")
class EventsController {

    private final Jobs jobs;
    private final EventPump pump;

    EventsController(Jobs jobs, EventPump pump) {
        this.jobs = jobs;
        this.pump = pump;
    }

    @Computing(NEVER)
    @GetMapping(path = "/jobs/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            operationId = "watchJob",
            summary = "Watch a job",
            description =
                    "Server-Sent Events, until the job has ended. status: the job, at first and at each change of its"
                            + " status. cost: the points since the event before, as /jobs/{id}/cost answers them, at most"
                            + " 1,000 an event and 10 such events a second while the job goes on; the id is the last iteration. done: the ended job,"
                            + " after the last point; then the stream closes. Whoever comes again with the id as"
                            + " Last-Event-ID, as browsers do by themselves, misses no point and gets none twice. A"
                            + " comment every 15 seconds keeps the connection.")
    @ApiResponse(
            responseCode = "200",
            description = "The events, from now until the job has ended.",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(implementation = String.class)))
    @Problems({ProblemType.JOB_NOT_FOUND, ProblemType.TOO_MANY_REQUESTS})
    EventFeed events(
            @Parameter(
                            description = "The job's number.",
                            example = "1",
                            schema = @Schema(type = "integer", format = "int64", minimum = "1"))
                    @PathVariable
                    long id,
            @Parameter(description = "Only the points after this iteration; -1, or nothing, for all of them.")
                    @RequestParam(required = false)
                    @Min(-1)
                    @Nullable
                    Long after,
            @Parameter(
                            description = "The same as a header, the id of the last event that came. It goes first.",
                            schema = @Schema(type = "integer", format = "int64", minimum = "0"))
                    @RequestHeader(name = "Last-Event-ID", required = false)
                    @Nullable
                    String lastEventId) {
        long cursor = cursor(lastEventId, after);
        long job = jobs.find(id).id();
        pump.admit();
        return stream -> pump.open(job, cursor, stream);
    }

    private static long cursor(@Nullable String lastEventId, @Nullable Long after) {
        if (lastEventId == null || lastEventId.isBlank()) {
            return after == null ? -1 : after;
        }
        String id = lastEventId.strip();
        if (!id.matches("\\d{1,18}")) {
            throw new ServiceException(
                    ProblemType.INVALID_PARAMETER,
                    "The header Last-Event-ID is \"%s\", which is not the id of an event: those are iterations."
                            .formatted(id.length() <= 60 ? id : id.substring(0, 60) + "…"),
                    "Send the id of the last event that came, such as 5000, or leave the header out to begin at the"
                            + " start.");
        }
        return Long.parseLong(id);
    }
}
