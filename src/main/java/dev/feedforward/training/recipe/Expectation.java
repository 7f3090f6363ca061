package dev.feedforward.training.recipe;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.feedforward.model.metrics.Figures;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a trained network must reach: assertions for continuous integration. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What the trained network must reach, or else the job ends as failed. The model is kept.")
public record Expectation(
        @Schema(description = "The cost over the training rows is below this.", example = "0.01") @Positive @Nullable
        Double costBelow,

        @Schema(description = "The loss over the training rows is below this.") @Positive @Nullable
        Double lossBelow,

        @Schema(description = "This share of the training rows, 0 to 1, is answered right.") @Min(0) @Max(1) @Nullable
        Double accuracyAtLeast,

        @Schema(description = "The cost over the test rows is below this.") @Positive @Nullable
        Double testCostBelow,

        @Schema(description = "This share of the test rows, 0 to 1, is answered right.", example = "0.95")
        @Min(0)
        @Max(1)
        @Nullable
        Double testAccuracyAtLeast) {

    /** Whether whatever comes meets it. */
    @JsonIgnore
    public boolean isEmpty() {
        return costBelow == null
                && lossBelow == null
                && accuracyAtLeast == null
                && testCostBelow == null
                && testAccuracyAtLeast == null;
    }

    /** What does not hold, a phrase each; empty if all does. */
    public List<String> unmet(Figures figures) {
        List<String> unmet = new ArrayList<>();
        Figures.Test test = figures.test();
        checkBelow(unmet, "the cost", figures.cost(), costBelow);
        checkBelow(unmet, "the loss", figures.loss(), lossBelow);
        checkAtLeast(unmet, "the accuracy", figures.accuracy(), accuracyAtLeast);
        checkBelow(unmet, "the test cost", test == null ? null : test.cost(), testCostBelow);
        checkAtLeast(unmet, "the test accuracy", test == null ? null : test.accuracy(), testAccuracyAtLeast);
        return unmet;
    }

    // Both are put so that NaN, which is less than nothing and more than nothing, does not pass.

    private static void checkBelow(List<String> unmet, String what, @Nullable Double actual, @Nullable Double bound) {
        if (bound != null && !(actual != null && actual < bound)) {
            unmet.add("%s is %s, expected below %s".formatted(what, actual, bound));
        }
    }

    private static void checkAtLeast(List<String> unmet, String what, @Nullable Double actual, @Nullable Double bound) {
        if (bound != null && !(actual != null && actual >= bound)) {
            unmet.add("%s is %s, expected at least %s".formatted(what, actual, bound));
        }
    }
}
