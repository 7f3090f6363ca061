package dev.feedforward.evaluation;

import dev.feedforward.dataset.table.Part;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which rows a model is judged by: the parameters of all calls that judge one.
 *
 * @param dataset null for the model's own
 * @param rows null for those to test with; of another data set than the model's own all, where it has none
 * @param format read by Spring MVC before the call comes here
 */
record WhichRows(
        @Parameter(
                description =
                        "The name of a data set, uploaded or built in; the rows that the model was trained and tested"
                                + " with where it is left out.")
        @Nullable
        String dataset,

        @Parameter(
                description =
                        "Which of its rows: test, training or all. Those to test with where it is left out, or all"
                                + " of a data set that has none.")
        @Nullable
        Part rows,

        @Parameter(
                description = "What to answer, in place of the Accept header.",
                schema = @Schema(allowableValues = {"json", "csv", "svg", "png"}))
        @Nullable
        String format) {}
