package dev.feedforward.insight.answers;

import dev.feedforward.insight.landscape.Span;
import dev.feedforward.nn.data.Samples;
import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** The part of a plane of two inputs to look at, as the parameters of a URL. */
record PlaneRange(
        @Parameter(
                description = "The least first input to look at; where it is left out, a little below that of the"
                        + " training rows.")
        @Nullable
        Double min,

        @Parameter(description = "The greatest first input.") @Nullable
        Double max,

        @Parameter(description = "The least second input.") @Nullable
        Double min2,

        @Parameter(description = "The greatest second input.") @Nullable
        Double max2) {

    /**
     * @param rows of two inputs, that show what is worth looking at; null for none
     * @throws dev.feedforward.error.ServiceException if it is no range
     */
    Span first(@Nullable Samples rows) {
        return Span.of(min, max, spanOf(rows, 0), "min and max");
    }

    /** As {@link #first}, for the second input. */
    Span second(@Nullable Samples rows) {
        return Span.of(min2, max2, spanOf(rows, 1), "min2 and max2");
    }

    private static Span spanOf(@Nullable Samples rows, int column) {
        if (rows == null) {
            // What the built-in sets span.
            return new Span(-6, 6);
        }
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < rows.rows(); row++) {
            double value = rows.inputs().row(row)[column];
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        return Span.between(low, high, 0.1);
    }
}
