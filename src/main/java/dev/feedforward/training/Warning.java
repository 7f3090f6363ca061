package dev.feedforward.training;

import io.swagger.v3.oas.annotations.media.Schema;

/** Something about a training that its owner should know. */
@Schema(description = "Something about the training that its owner should know.")
record Warning(
        @Schema(description = "Which kind.", example = "diverged")
        String code,

        @Schema(description = "What happened, with the values.")
        String detail,

        @Schema(description = "What to do about it.") String action) {

    /** The loss was no longer a finite number. */
    static Warning diverged(long iteration) {
        return new Warning(
                "diverged",
                ("The loss was no longer a finite number at iteration %d, so the training was stopped. The weights of the"
                                + " last recorded point before are kept.")
                        .formatted(iteration),
                "Lower training.learningRate, or scale the inputs and answers to about -1 to 1.");
    }

    /** Training stands still as there is no room for its checkpoints. */
    static Warning storageFull() {
        return new Warning(
                "storage-full",
                "The disk under the database is full, so the training stands still. Nothing is lost.",
                "Make room on the disk; the training then goes on by itself.");
    }

    /** Training stands still as the database takes in nothing. */
    static Warning storageAway() {
        return new Warning(
                "storage-away",
                "The database takes in nothing at the moment, so the training stands still. Nothing is lost.",
                "See that the database is up; the training then goes on by itself.");
    }
}
