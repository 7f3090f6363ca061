package dev.feedforward.evaluation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.feedforward.dataset.table.Part;
import dev.feedforward.model.store.ModelRef;
import dev.feedforward.plot.Plot;
import dev.feedforward.plot.Plottable;
import dev.feedforward.plot.sheet.Bars;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much a model goes by each column of its inputs. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "How much a model goes by each column of its inputs.")
record Importance(
        ModelRef model,

        @Schema(description = "The data set that the rows are from; absent for those of the model's own training.")
        @Nullable
        String dataset,

        @Schema(description = "Which of its rows.", example = "test")
        Part of,

        @Schema(description = "How many of them were used.", example = "30")
        int rows,

        @Schema(
                description = "What gets worse: accuracy (share of the rows), r2, or cost where neither is defined.",
                example = "accuracy")
        String measure,

        @Schema(description = "The measure with all columns as they are.", example = "0.967")
        double score,

        @Schema(description = "How often each column was shuffled.", example = "5")
        int repeats,

        @Schema(description = "The columns, the most important first.")
        List<ColumnImportance> items,

        @JsonIgnore Judged judged)
        implements Plottable {

    /**
     * How much a model goes by a column.
     *
     * @param column its place among the columns, from 0
     * @param importance how much worse the measure gets when the column is shuffled, the mean over the repeats
     * @param deviation the standard deviation over the repeats
     */
    @Schema(description = "How much a model goes by one column.")
    record ColumnImportance(
            @Schema(description = "Its place among the input columns, counted from 0.", example = "2")
            int column,

            @Schema(description = "Its name.", example = "petal length")
            String name,

            @Schema(
                    description =
                            "How much worse the measure gets when the column's values are shuffled: 0 for one that"
                                    + " the model does not use.",
                    example = "0.31")
            double importance,

            @Schema(description = "The standard deviation over the repeats.", example = "0.02")
            double deviation) {}

    @Override
    public String fileName() {
        return judged.fileName("importance");
    }

    @Override
    @JsonIgnore
    public Plot plot() {
        return new Bars(
                "importance",
                "What " + judged.subject() + " goes by",
                measure + " lost when the column is shuffled",
                items.stream().map(ColumnImportance::name).toList(),
                items.stream().mapToDouble(ColumnImportance::importance).toArray(),
                items.stream().mapToDouble(ColumnImportance::deviation).toArray());
    }
}
