package dev.feedforward.evaluation;

import dev.feedforward.dataset.table.Part;
import dev.feedforward.nn.data.Samples;
import org.jspecify.annotations.Nullable;

/**
 * Rows that a model is judged by.
 *
 * @param dataset where they are from; null for those of the model's own training
 * @param part which rows these are
 * @param samples in the units in which they were given, labels as numbers
 */
record RatedRows(@Nullable String dataset, Part part, Samples samples) {}
