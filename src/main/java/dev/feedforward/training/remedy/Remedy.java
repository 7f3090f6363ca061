package dev.feedforward.training.remedy;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of trying other recipes where one diverged.
 *
 * @param tried how many were
 * @param held the trial of the last one, which held; null where none did
 */
public record Remedy(int tried, @Nullable Trial held) {

    /**
     * How a recipe held.
     *
     * @param fix what it changes, as a JSON merge patch of the request
     * @param updates that were made from the start
     * @param before the loss over the training rows at first, in the units of this recipe
     * @param after the same at the end
     */
    record Trial(Map<String, Object> fix, long updates, double before, double after) {}
}
