package dev.feedforward.training.diagnosis;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.feedforward.error.Addressed;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something about a training that its owner should know.
 *
 * @param fix the part of the request to change, as a JSON merge patch (RFC 7396); null where no change of the request
 *     would do
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Something about the training that its owner should know.")
public record Warning(
        @Schema(description = "Which kind.", example = "answers_out_of_reach")
        String code,

        @Schema(
                description = "What happened, with the values.",
                example =
                        "The answers reach from 10 to 30, but sigmoid outputs are between 0 and 1: 3 of the 3 training rows"
                                + " can never be answered right.")
        @Addressed
        String detail,

        @Schema(description = "What to do about it.") @Addressed
        String action,

        @Schema(
                description = "The part of the request to change, as a JSON merge patch (RFC 7396); absent where no"
                        + " change of the request would do. null in it takes a field out of the request.",
                example = "{\"preset\": \"regressor\"}")
        @Nullable
        Map<String, Object> fix) {

    /** A warning that no change of the request would do away with. */
    public Warning(String code, String detail, String action) {
        this(code, detail, action, null);
    }

    Warning withFix(@Nullable Map<String, Object> newFix) {
        return new Warning(code, detail, action, newFix);
    }

    /** Training stands still as there is no room for its checkpoints. */
    public static Warning storageFull() {
        return new Warning(
                "storage-full",
                "The disk under the database is full, so the training stands still. Nothing is lost.",
                "Make room on the disk; the training then goes on by itself.");
    }

    /** Training has not begun, or not gone on, as there is no memory for it yet; both in megabytes. */
    public static Warning waitsForMemory(long bytes, long most) {
        return new Warning(
                "waits-for-memory",
                "The training takes %,d MB of memory, of at most %,d, and other trainings and requests have too much of that"
                                .formatted(bytes, most)
                        + " at the moment: it begins as soon as they have left enough.",
                "Wait, or cancel a job that trains: curl -X POST {service}/jobs/ID/cancel");
    }

    /** The training began anew, as what it had reached was damaged. */
    public static Warning startedAnew(String why) {
        return new Warning(
                "started-anew",
                why + " So the job began anew, from its first iteration; what comes of it is the same.",
                "Look after the disk that the database is on, and keep backups of it.");
    }

    /** Training stands still as the database takes in nothing. */
    public static Warning storageAway() {
        return new Warning(
                "storage-away",
                "The database takes in nothing at the moment, so the training stands still. Nothing is lost.",
                "See that the database is up; the training then goes on by itself.");
    }
}
