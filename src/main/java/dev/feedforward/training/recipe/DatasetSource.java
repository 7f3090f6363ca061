package dev.feedforward.training.recipe;

import dev.feedforward.dataset.store.Dataset;
import dev.feedforward.model.store.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * The data set of a recipe.
 *
 * @param id of an uploaded one, which stays the same when another takes its name; null for a built-in one
 * @param labels whether numbers are answers' labels
 * @param noise of a built-in one, or null for its own default; likewise {@code samples} and {@code seed}
 * @param sha256 of an uploaded one's file; null for a built-in one, and in recipes of before
 */
public record DatasetSource(
        String name,
        @Nullable Long id,
        boolean labels,
        @Nullable Integer noise,
        @Nullable Integer samples,
        @Nullable Long seed,
        @Nullable String sha256) {

    /** An uploaded one. */
    public static DatasetSource of(Dataset dataset, boolean labels) {
        return new DatasetSource(
                dataset.name(),
                dataset.id(),
                labels,
                null,
                null,
                null,
                dataset.definition().sha256());
    }

    /** What a model tells of it. */
    Provenance.Source told() {
        return new Provenance.Source(name, noise, samples, seed, sha256);
    }
}
