package dev.feedforward.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.feedforward.dataset.builtin.BuiltInSet;
import dev.feedforward.dataset.builtin.BuiltInTable;
import dev.feedforward.dataset.builtin.SetParameter;
import dev.feedforward.dataset.rows.ImageSize;
import dev.feedforward.dataset.store.Dataset;
import dev.feedforward.dataset.store.DatasetDefinition;
import dev.feedforward.dataset.store.ListedDataset;
import dev.feedforward.dataset.table.Column;
import dev.feedforward.dataset.table.Column.Role;
import dev.feedforward.dataset.table.Split;
import dev.feedforward.error.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A data set in a list.
 *
 * @param createdAt null for one that the service brings along
 * @param description null for one that somebody uploaded
 * @param classes null where answers are numbers
 * @param image null where a row's inputs are no picture
 * @param parameters null for one that is always the same
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

        @Schema(description = "What it shows, and which network solves it; absent for uploaded ones.") @Nullable
        String description,

        @Schema(description = "Its rows, those to test with included; absent where it is damaged.", example = "150")
        @Nullable
        Integer rows,

        @Schema(description = "Rows to test with; absent where it is damaged.", example = "30") @Nullable
        Integer testRows,

        @Schema(description = "Columns that are inputs; absent where it is damaged.", example = "4") @Nullable
        Integer inputs,

        @Schema(description = "The columns that are answers; absent where it is damaged.", example = "[\"species\"]")
        @Nullable
        List<String> answers,

        @Schema(
                description = "The classes that the answers name; absent where they are numbers.",
                example = "[\"setosa\", \"versicolor\"]")
        @Nullable
        List<String> classes,

        @Schema(description = "The size of the picture that the inputs of a row are; absent where they are none.")
        @Nullable
        ImageSize image,

        @Schema(description = "What a request may say of how it is drawn; absent where it is always the same.")
        @Nullable
        List<SetParameter> parameters,

        @Schema(description = "Why no more can be told of it: it is damaged in the database. Absent otherwise.")
        @Nullable
        Problem problem,

        DatasetLinks links) {

    /** Where a data set comes from. */
    public enum Source {
        UPLOADED,
        BUILT_IN
    }

    static DatasetSummary of(Dataset dataset) {
        DatasetDefinition definition = dataset.definition();
        List<Column> columns = definition.columns();
        return new DatasetSummary(
                dataset.name(),
                Source.UPLOADED,
                dataset.createdAt(),
                null,
                definition.rows(),
                definition.testRows(),
                inputs(columns),
                answers(columns),
                classes(columns),
                ImageSize.ofSquare(inputs(columns)),
                null,
                null,
                DatasetLinks.of(dataset.name()));
    }

    static DatasetSummary of(ListedDataset listed) {
        Dataset dataset = listed.dataset();
        return dataset != null
                ? of(dataset)
                : new DatasetSummary(
                        listed.name(),
                        Source.UPLOADED,
                        listed.createdAt(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        listed.problem(),
                        DatasetLinks.of(listed.name()));
    }

    /** One that the service brings along, as it is drawn where nothing is said of how. */
    static DatasetSummary of(BuiltInSet set) {
        List<Column> columns = BuiltInTable.columns(set.layout());
        return new DatasetSummary(
                set.name(),
                Source.BUILT_IN,
                null,
                set.description(),
                set.size().rows(),
                set.size().testRows(),
                inputs(columns),
                answers(columns),
                classes(columns),
                set.layout().image(),
                set.parameters().isEmpty() ? null : set.parameters(),
                null,
                DatasetLinks.of(set.name()));
    }

    private static int inputs(List<Column> columns) {
        return (int) having(columns, Role.INPUT).count();
    }

    private static List<String> answers(List<Column> columns) {
        return having(columns, Role.ANSWER).map(Column::name).toList();
    }

    private static @Nullable List<String> classes(List<Column> columns) {
        int column = Split.classColumn(columns);
        return column < 0 ? null : columns.get(column).categories();
    }

    private static Stream<Column> having(List<Column> columns, Role role) {
        return columns.stream().filter(column -> column.role() == role);
    }

    /** Where to go on from a data set. */
    @Schema(description = "Where to go on from a data set.")
    record DatasetLinks(
            @Schema(description = "The data set itself.", example = "/datasets/flowers")
            String self,

            @Schema(description = "Its rows.", example = "/datasets/flowers/rows")
            String rows) {

        static DatasetLinks of(String name) {
            return new DatasetLinks("/datasets/" + name, "/datasets/" + name + "/rows");
        }
    }
}
