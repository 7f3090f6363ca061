package dev.feedforward.model;

import dev.feedforward.dataset.Classes;
import dev.feedforward.nn.Architecture;
import org.jspecify.annotations.Nullable;

/**
 * What a model is, all but its weights.
 *
 * @param classes the labels that its outputs stand for, or null where it answers numbers
 */
public record Definition(
        Architecture architecture,
        @Nullable Classes classes,
        TrainingSettings training,
        Figures figures,
        Provenance provenance) {}
