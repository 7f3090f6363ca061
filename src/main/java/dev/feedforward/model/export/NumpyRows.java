package dev.feedforward.model.export;

import dev.feedforward.dataset.encoding.InputColumn;
import dev.feedforward.dataset.encoding.InputColumns;
import dev.feedforward.dataset.table.Column.Kind;
import dev.feedforward.nn.data.RowSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a script prints its predictions for.
 *
 * @param comment what they are; ASCII, one line
 * @param rows each one value a column: a number, a category, or null for none
 */
record NumpyRows(String comment, List<List<@Nullable Object>> rows) {

    private static final int MOST_ROWS = 1_000;
    private static final int MOST_NUMBERS = 200_000;

    /** How many rows there are to learn from that stand in where none are to test with. */
    static final int MOST_TRAINING_ROWS = 10;

    /** The first of {@code source}, which are {@code kind}. */
    static NumpyRows of(String kind, RowSource source, int most, @Nullable InputColumns columns) {
        int fit = Math.max(1, Math.min(MOST_ROWS, MOST_NUMBERS / source.columns()));
        int count = Math.min(source.rows(), Math.min(most, fit));
        List<List<@Nullable Object>> rows = IntStream.range(0, count)
                .mapToObj(i -> raw(source.row(i), columns))
                .toList();
        String comment = count == source.rows()
                ? "The %s rows.".formatted(kind)
                : "The first %d of the %d %s rows.".formatted(count, source.rows(), kind);
        return new NumpyRows(comment, rows);
    }

    /** One row of zeros, where the rows are gone. */
    static NumpyRows gone(int inputs, @Nullable InputColumns columns) {
        return new NumpyRows(
                "The model's rows are no longer kept, so this is a row of zeros.",
                List.of(raw(new double[inputs], columns)));
    }

    /** The values that {@link InputColumns#encode} made numbers of. */
    private static List<@Nullable Object> raw(double[] row, @Nullable InputColumns columns) {
        List<@Nullable Object> values = new ArrayList<>();
        if (columns == null) {
            for (double number : row) {
                values.add(number);
            }
            return values;
        }
        int at = 0;
        for (InputColumn column : columns.columns()) {
            values.add(column.kind() == Kind.NUMBER ? (Object) row[at] : category(column, row, at));
            at += column.width();
        }
        return values;
    }

    private static @Nullable String category(InputColumn column, double[] row, int at) {
        for (int i = 0; i < column.categories().size(); i++) {
            if (row[at + i] == 1.0) {
                return column.categories().get(i);
            }
        }
        return null;
    }
}
