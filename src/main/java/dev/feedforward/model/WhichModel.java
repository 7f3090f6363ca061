package dev.feedforward.model;

import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Which model a call is about: the parameters of all calls that ask one.
 *
 * @param model its name; null for the model trained last
 * @param version null for the newest
 */
public record WhichModel(
        @Parameter(description = "The model's name; the model trained last where it is left out.", example = "course")
        @Nullable
        String model,

        @Parameter(description = "The model's version; the newest where it is left out.") @Nullable
        Integer version) {}
