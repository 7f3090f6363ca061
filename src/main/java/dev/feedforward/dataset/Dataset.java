package dev.feedforward.dataset;

import java.time.Instant;

/**
 * A data set that somebody uploaded, without its rows, which {@link Datasets#table} has. It never changes: another
 * upload under its name is another data set.
 */
public record Dataset(long id, String name, Instant createdAt, DatasetDefinition definition) {}
