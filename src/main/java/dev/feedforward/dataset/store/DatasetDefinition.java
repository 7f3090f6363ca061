package dev.feedforward.dataset.store;

import dev.feedforward.dataset.table.Column;
import dev.feedforward.dataset.table.Column.Role;
import dev.feedforward.dataset.table.ColumnFigures;
import dev.feedforward.dataset.table.DataWarning;
import dev.feedforward.dataset.table.MissingValues;
import dev.feedforward.dataset.table.Splitting;
import dev.feedforward.dataset.table.Table;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a data set is, without its rows.
 *
 * @param columns in the order of the file, without those that were to be ignored
 * @param figures one a column
 * @param codes one a column: what the stored rows call category 0, 1, 2 … is the category of the column at this place;
 *     empty where the two are the same, and for numbers. {@link Table}s have been told already
 * @param rows that are stored
 * @param testRows of them, those to test with
 * @param droppedRows rows of the file that are not stored, because of missing values
 * @param splitting how rows are parted where no column says it
 * @param missing what was asked to become of missing values
 * @param sha256 of the file as it was uploaded, decompressed, in hexadecimal
 * @param bytes of that file
 * @param warnings what its owner may have meant otherwise; data sets of the first versions were stored without
 */
public record DatasetDefinition(
        List<Column> columns,
        List<ColumnFigures> figures,
        List<List<Integer>> codes,
        int rows,
        int testRows,
        int droppedRows,
        Splitting splitting,
        MissingValues missing,
        String sha256,
        long bytes,
        List<DataWarning> warnings) {

    public DatasetDefinition {
        columns = List.copyOf(columns);
        figures = List.copyOf(figures);
        codes = List.copyOf(codes);
        warnings = warnings == null ? List.of() : List.copyOf(warnings);
    }

    /** The places of the columns of one role, ascending, from 0. */
    public int[] columnsOf(Role role) {
        return IntStream.range(0, columns.size())
                .filter(column -> columns.get(column).role() == role)
                .toArray();
    }
}
