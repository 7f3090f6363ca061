package dev.feedforward.model.store;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Which model.
 *
 * @param version counted from 1; {@value #IN_TRAINING} for a job's network that is still in training
 */
@Schema(description = "Which model.")
public record ModelRef(
        @Schema(description = "The model's name.", example = "course")
        String name,

        @Schema(
                description = "The model's version, counted from 1; 0 for the network of a job that is still in"
                        + " training, or left no model.",
                example = "1")
        int version) {

    /** The version of a network that is no model yet. */
    public static final int IN_TRAINING = 0;

    /** The path under which the model is served. */
    public String path() {
        return "/models/%s/versions/%d".formatted(name, version);
    }

    /** The query that names the model where it is asked. */
    public String query() {
        return "?model=%s&version=%d".formatted(name, version);
    }

    /**
     * Name of a file about the model, without its ending, such as {@code iris-1-confusion}.
     *
     * @param what is in it
     */
    public String fileName(String what) {
        return version == IN_TRAINING
                ? "%s-in-training-%s".formatted(name, what)
                : "%s-%d-%s".formatted(name, version, what);
    }

    @Override
    public String toString() {
        return version == IN_TRAINING ? name + " in training" : "%s version %d".formatted(name, version);
    }
}
