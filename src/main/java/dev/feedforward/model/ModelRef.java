package dev.feedforward.model;

import io.swagger.v3.oas.annotations.media.Schema;

/** Which model: its name and its version, counted from 1. */
@Schema(description = "Which model.")
public record ModelRef(
        @Schema(description = "The model's name.", example = "course")
        String name,

        @Schema(description = "The model's version, counted from 1.", example = "1")
        int version) {

    /** The path under which the model is served. */
    public String path() {
        return "/models/%s/versions/%d".formatted(name, version);
    }

    /** The query that names the model where it is asked. */
    public String query() {
        return "?model=%s&version=%d".formatted(name, version);
    }

    @Override
    public String toString() {
        return "%s version %d".formatted(name, version);
    }
}
