package dev.feedforward.insight.landscape;

import dev.feedforward.insight.weights.WeightPlace;
import dev.feedforward.model.store.Model;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A second weight and the values of it to look at, as the parameters of a URL. */
record OtherWeight(
        @Parameter(description = "The second weight's layer; the first where it is left out.") @Nullable
        Integer layer2,

        @Parameter(
                description = "The input that it leads from, or bias; the second one where it is left out.",
                schema = @Schema(type = "string"))
        @Nullable
        String from2,

        @Parameter(description = "The neuron that it leads to; the first where it is left out.") @Nullable
        Integer to2,

        @Parameter(description = "The least value of it to look at.") @Nullable
        Double min2,

        @Parameter(description = "The greatest.") @Nullable Double max2) {

    /** @throws dev.feedforward.error.ServiceException if {@code model} has no such weight */
    WeightPlace place(Model model) {
        return WeightPlace.of(model, layer2 == null ? 0 : layer2, from2 == null ? "1" : from2, to2 == null ? 0 : to2);
    }
}
