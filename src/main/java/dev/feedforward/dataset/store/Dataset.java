package dev.feedforward.dataset.store;

import dev.feedforward.database.Kept;
import dev.feedforward.dataset.Datasets;
import java.time.Instant;

/**
 * A data set that somebody uploaded, without its rows, which {@link Datasets#table} has. It never changes: another
 * upload under its name is another data set.
 */
public record Dataset(long id, String name, Instant createdAt, DatasetDefinition definition) {

    /** A data set of this name as what the database keeps. */
    static Kept kept(String name) {
        return new Kept(
                "The data set \"%s\"".formatted(name),
                "Upload it again under the same name, or delete it: curl -X DELETE {service}/datasets/%s."
                        .formatted(name));
    }

    /** A data set that does not bear its name any more, as jobs still need it. */
    static Kept keptOfBefore(long id, String name) {
        return new Kept(
                "A data set \"%s\" of before (%d), which is kept for jobs that have not ended".formatted(name, id),
                "Cancel those that train on it, and it is removed; they are listed at {service}/jobs.");
    }
}
