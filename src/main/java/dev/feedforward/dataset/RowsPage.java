package dev.feedforward.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.feedforward.dataset.table.Column;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a data set.
 *
 * @param columns names of the columns
 * @param rows of the whole data set
 * @param testFrom the first row that is for testing, counted from 0; null where these are not the last ones
 * @param items rows × columns: numbers, texts, and null where a value is missing
 */
@Schema(description = "A page of a data set's rows.")
record RowsPage(
        @Schema(description = "The names of the columns, in order.", example = "[\"x\", \"y\", \"answer\"]")
        List<String> columns,

        @Schema(description = "Rows of the whole data set.", example = "500")
        int rows,

        @Schema(
                description = "The first of the rows that are for testing, counted from 0: they come last. Absent for"
                        + " uploaded data sets, whose rows are in the order of the file.",
                example = "250")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Integer testFrom,

        @Schema(description = "The rows: a value a column, null where it is missing.")
        List<List<@Nullable Object>> items,

        @Schema(
                description = "The next page; null on the last one.",
                types = {"string", "null"},
                requiredMode = Schema.RequiredMode.REQUIRED,
                example = "/datasets/spiral/rows?after=100&limit=100")
        @Nullable
        String next) {

    static RowsPage of(
            List<Column> columns,
            int rows,
            @Nullable Integer testFrom,
            List<List<@Nullable Object>> items,
            @Nullable String next) {
        return new RowsPage(columns.stream().map(Column::name).toList(), rows, testFrom, items, next);
    }
}
