package dev.feedforward.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.feedforward.dataset.Column.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A data set in a list.
 *
 * @param createdAt null for one that the service brings along
 * @param classes null where answers are numbers
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A data set in a few words.")
public record DatasetSummary(
        @Schema(description = "The data set's name.", example = "flowers")
        String name,

        @Schema(description = "Whether somebody uploaded it or the service brings it along.", example = "uploaded")
        Source source,

        @Schema(description = "When it was uploaded, in UTC; absent where the service brings it along.") @Nullable
        Instant createdAt,

        @Schema(description = "Its rows, those to test with included.", example = "150")
        int rows,

        @Schema(description = "Rows to test with.", example = "30")
        int testRows,

        @Schema(description = "Columns that are inputs.", example = "4")
        int inputs,

        @Schema(description = "The columns that are answers.", example = "[\"species\"]")
        List<String> answers,

        @Schema(
                description = "The classes that the answers name; absent where they are numbers.",
                example = "[\"setosa\", \"versicolor\"]")
        @Nullable
        List<String> classes,

        DatasetLinks links) {

    /** Where a data set comes from. */
    public enum Source {
        UPLOADED,
        BUILT_IN
    }

    static DatasetSummary of(Dataset dataset) {
        DatasetDefinition definition = dataset.definition();
        return of(dataset.name(), dataset.createdAt(), definition.columns(), definition.rows(), definition.testRows());
    }

    static DatasetSummary of(String name, @Nullable Instant createdAt, List<Column> columns, int rows, int testRows) {
        int classes = Split.classColumn(columns);
        return new DatasetSummary(
                name,
                createdAt == null ? Source.BUILT_IN : Source.UPLOADED,
                createdAt,
                rows,
                testRows,
                (int) having(columns, Role.INPUT).count(),
                having(columns, Role.ANSWER).map(Column::name).toList(),
                classes < 0 ? null : columns.get(classes).categories(),
                new DatasetLinks("/datasets/" + name));
    }

    private static Stream<Column> having(List<Column> columns, Role role) {
        return columns.stream().filter(column -> column.role() == role);
    }

    /** Where to go on from a data set. */
    @Schema(description = "Where to go on from a data set.")
    record DatasetLinks(
            @Schema(description = "The data set itself.", example = "/datasets/flowers")
            String self) {}
}
