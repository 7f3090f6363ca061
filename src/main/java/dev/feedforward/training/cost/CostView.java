package dev.feedforward.training.cost;

import dev.feedforward.training.history.CostHistory;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * How much of a cost history is asked for, and how; the parameters of the calls that answer one.
 *
 * @param after only points after this iteration; null for all
 * @param points so many, thinned; null for all
 * @param decimals rounded to so many; null for full precision
 * @param format read by Spring MVC before the call comes here
 */
record CostView(
        @Parameter(
                description = "Only the points after this iteration, for those who come again; -1 is before the first.")
        @Min(-1)
        @Nullable
        Long after,

        @Parameter(
                description = "Thins the history to so many points for drawing, without losing peaks; all of them where"
                        + " there are no more.",
                example = "200")
        @Min(1)
        @Max(1_000_000)
        @Nullable
        Integer points,

        @Parameter(description = "Rounds to so many decimals; the course's plot has 3.", example = "3")
        @Min(0)
        @Max(17)
        @Nullable
        Integer decimals,

        @Parameter(
                description = "What to answer, in place of the Accept header.",
                schema = @Schema(allowableValues = {"json", "csv", "svg", "png", "txt"}))
        @Nullable
        String format) {

    /** What of {@code history} was asked for: first the part, then thinned, then rounded. */
    CostHistory of(CostHistory history) {
        CostHistory part = after == null ? history : history.after(after, Integer.MAX_VALUE);
        CostHistory thinned = points == null ? part : part.thinned(points);
        return decimals == null ? thinned : thinned.rounded(decimals);
    }
}
