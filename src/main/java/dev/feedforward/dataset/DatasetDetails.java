package dev.feedforward.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.feedforward.dataset.builtin.BuiltInSet;
import dev.feedforward.dataset.builtin.BuiltInTable;
import dev.feedforward.dataset.store.Dataset;
import dev.feedforward.dataset.store.DatasetDefinition;
import dev.feedforward.dataset.table.Column;
import dev.feedforward.dataset.table.Column.Kind;
import dev.feedforward.dataset.table.Column.Role;
import dev.feedforward.dataset.table.ColumnFigures;
import dev.feedforward.dataset.table.DataWarning;
import dev.feedforward.dataset.table.MissingValues;
import dev.feedforward.dataset.table.Table;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A data set, its columns and first rows.
 *
 * @param preview rows × columns: numbers, texts, and null where a value is missing
 * @param sha256 null for one that the service brings along, as are {@code bytes}, {@code droppedRows} and
 *     {@code missing}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Dataset", description = "A data set: its columns and first rows.")
public record DatasetDetails(
        @JsonUnwrapped DatasetSummary summary,

        @Schema(description = "Its columns, in the order of the file.")
        List<ColumnDetails> columns,

        @Schema(description = "Its first five rows: a value a column, null where it is missing.")
        List<List<@Nullable Object>> preview,

        @Schema(
                description = "Rows of the file that were left out, because a value was missing; absent for what the"
                        + " service brings along.",
                example = "0")
        @Nullable
        Integer droppedRows,

        @Schema(description = "What was asked to become of missing values; absent for what the service brings along.")
        @Nullable
        MissingValues missing,

        @Schema(
                description = "SHA-256 of the uploaded file, decompressed; absent for what the service brings along.",
                example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        @Nullable
        String sha256,

        @Schema(
                description = "Bytes of the uploaded file, decompressed; absent for what the service brings along.",
                example = "4551")
        @Nullable
        Long bytes,

        @Schema(
                description =
                        "What was taken as it is, and may have been meant otherwise; most often nothing. A training"
                                + " on the data set tells it too.")
        List<DataWarning> warnings) {

    static final int PREVIEW = 5;

    /** Different texts up to which a column's are told with their rows. */
    private static final int COUNTED = 100;

    /** A column, and what can be said of its values. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Column", description = "A column of a data set, and what can be said of its values.")
    record ColumnDetails(
            @Schema(description = "Its name, as the file's header gives it.", example = "species")
            String name,

            @Schema(description = "Numbers, or texts that name one of some categories.", example = "category")
            Kind kind,

            @Schema(
                    description = "What it is for: an input of the network, its answer, or what parts the rows into"
                            + " training and test.",
                    example = "answer")
            Role role,

            @Schema(description = "Rows without a value.", example = "0")
            int missing,

            @Schema(description = "The smallest number; absent for categories.", example = "4.3") @Nullable
            Double min,

            @Schema(description = "The largest number; absent for categories.", example = "7.9") @Nullable
            Double max,

            @Schema(description = "The mean of the numbers; absent for categories.", example = "5.84") @Nullable
            Double mean,

            @Schema(description = "How many categories there are; absent for numbers.", example = "3") @Nullable
            Integer categories,

            @Schema(
                    description = "Rows of each category, of the first 100 in alphabetical order; absent for numbers.",
                    example = "{\"setosa\": 50, \"versicolor\": 50}")
            @Nullable
            Map<String, Integer> rows) {

        static ColumnDetails of(Column column, ColumnFigures figures) {
            boolean counted = column.kind() == Kind.CATEGORY;
            Map<String, Integer> rows = new LinkedHashMap<>();
            for (int i = 0; i < Math.min(COUNTED, column.categories().size()); i++) {
                rows.put(column.categories().get(i), figures.counts().get(i));
            }
            return new ColumnDetails(
                    column.name(),
                    column.kind(),
                    column.role(),
                    column.missing(),
                    figures.min(),
                    figures.max(),
                    figures.mean(),
                    counted ? column.categories().size() : null,
                    counted ? rows : null);
        }
    }

    /** @param first its first rows */
    static DatasetDetails of(Dataset dataset, Table first) {
        DatasetDefinition definition = dataset.definition();
        return new DatasetDetails(
                DatasetSummary.of(dataset),
                columns(definition.columns(), definition.figures()),
                preview(first),
                definition.droppedRows(),
                definition.missing(),
                definition.sha256(),
                definition.bytes(),
                definition.warnings());
    }

    /** One that the service brings along, as it is drawn where nothing is said of how. */
    static DatasetDetails of(BuiltInSet set, BuiltInTable rows) {
        Table table = rows.table();
        List<ColumnFigures> figures = IntStream.range(0, table.columns().size())
                .mapToObj(column -> ColumnFigures.of(table, column))
                .toList();
        return new DatasetDetails(
                DatasetSummary.of(set),
                columns(table.columns(), figures),
                preview(table),
                null,
                null,
                null,
                null,
                List.of());
    }

    private static List<ColumnDetails> columns(List<Column> columns, List<ColumnFigures> figures) {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> ColumnDetails.of(columns.get(i), figures.get(i)))
                .toList();
    }

    private static List<List<@Nullable Object>> preview(Table table) {
        return table.show(0, Math.min(PREVIEW, table.rows()));
    }
}
