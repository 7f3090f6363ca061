package dev.feedforward.insight.landscape;

import dev.feedforward.insight.weights.WeightPlace;
import dev.feedforward.model.store.Model;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A weight and the values of it to look at, as the parameters of a URL. */
record OneWeight(
        @Parameter(description = "The weight's layer, counted from 0; the first where it is left out.", example = "0")
        @Nullable
        Integer layer,

        @Parameter(
                description =
                        "The input of the layer that it leads from, counted from 0, or bias; the first where it is"
                                + " left out.",
                schema = @Schema(type = "string"))
        @Nullable
        String from,

        @Parameter(description = "The neuron that it leads to, counted from 0; the first where it is left out.")
        @Nullable
        Integer to,

        @Parameter(description = "The least value to look at; 3 below its own where it is left out.") @Nullable
        Double min,

        @Parameter(description = "The greatest; 3 above its own where it is left out.") @Nullable
        Double max,

        @Parameter(
                description = "What to answer, in place of the Accept header.",
                schema = @Schema(allowableValues = {"json", "csv", "svg", "png"}))
        @Nullable
        String format) {

    /** @throws dev.feedforward.error.ServiceException if {@code model} has no such weight */
    WeightPlace place(Model model) {
        return WeightPlace.of(model, layer == null ? 0 : layer, from == null ? "0" : from, to == null ? 0 : to);
    }
}
