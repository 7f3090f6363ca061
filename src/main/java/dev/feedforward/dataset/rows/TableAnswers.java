package dev.feedforward.dataset.rows;

import dev.feedforward.dataset.table.Column;
import dev.feedforward.dataset.table.Column.Kind;
import dev.feedforward.dataset.table.Column.Role;
import dev.feedforward.dataset.table.NumberLabels;
import dev.feedforward.dataset.table.Table;
import dev.feedforward.nn.data.Matrix;
import java.util.List;
import java.util.stream.IntStream;

/** What the rows of a table are to be answered with. */
public final class TableAnswers {

    private final Table table;
    private final int[] places;
    private final boolean named;
    private final boolean numbersAreLabels;

    /**
     * The answers of {@code table}.
     *
     * @param labels whether numbers that could be labels are: one column of whole numbers, more than 0 and 1 alone
     */
    public TableAnswers(Table table, boolean labels) {
        this.table = table;
        List<Column> columns = table.columns();
        places = IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).role() == Role.ANSWER)
                .toArray();
        named = places.length == 1 && columns.get(places[0]).kind() == Kind.CATEGORY;
        numbersAreLabels = labels
                && !named
                && places.length == 1
                && NumberLabels.areLikely(table.rows(), row -> table.get(row, places[0]));
    }

    /** The answers to some of the rows, in their order. */
    public Answers pick(int... rows) {
        if (named) {
            List<String> categories = table.columns().get(places[0]).categories();
            return Answers.ofLabels(IntStream.of(rows)
                    .mapToObj(row -> categories.get((int) table.get(row, places[0])))
                    .toList());
        }
        if (numbersAreLabels) {
            return Answers.ofLabels(IntStream.of(rows)
                    .mapToObj(row -> NumberLabels.label(table.get(row, places[0])))
                    .toList());
        }
        double[] values = new double[Math.multiplyExact(rows.length, places.length)];
        for (int i = 0; i < values.length; i++) {
            values[i] = table.get(rows[i / places.length], places[i % places.length]);
        }
        return new Answers(new Matrix(rows.length, places.length, values), null);
    }
}
