package dev.feedforward.model;

import dev.feedforward.dataset.Encoding;
import dev.feedforward.nn.Architecture;

/** What a model is, all but its weights. */
public record Definition(
        Architecture architecture,
        Encoding encoding,
        TrainingSettings training,
        Figures figures,
        Provenance provenance) {}
