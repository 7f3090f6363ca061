package dev.feedforward.dataset.store;

import dev.feedforward.error.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A data set among others.
 *
 * @param dataset null where it is damaged
 * @param problem why it cannot be told more of it; null where it can
 */
public record ListedDataset(
        long id,
        String name,
        Instant createdAt,
        @Nullable Dataset dataset,
        @Nullable Problem problem) {}
