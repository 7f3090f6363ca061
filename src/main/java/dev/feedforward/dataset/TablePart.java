package dev.feedforward.dataset;

import dev.feedforward.dataset.encoding.ColumnMatch;
import dev.feedforward.dataset.encoding.InputColumns;
import dev.feedforward.dataset.rows.Answers;
import dev.feedforward.dataset.rows.TableAnswers;
import dev.feedforward.dataset.table.Part;
import dev.feedforward.dataset.table.Split;
import dev.feedforward.dataset.table.Table;
import dev.feedforward.nn.data.RowSource;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a data set, to put to a model.
 *
 * @param name of the data set
 * @param part which rows they are
 * @param rows their numbers from 0, ascending
 */
public record TablePart(String name, Part part, Table table, int... rows) {

    /**
     * A part of a table; the rows to test with if {@code part} is null, or all where there are none.
     *
     * @param split which rows are which
     */
    static TablePart of(String name, Table table, Split split, @Nullable Part part) {
        Part meant = part != null ? part : split.testRows().length > 0 ? Part.TEST : Part.ALL;
        int[] rows = switch (meant) {
            case TEST -> split.testRows();
            case TRAINING -> split.trainingRows();
            case ALL -> IntStream.range(0, table.rows()).toArray();
        };
        return new TablePart(name, meant, table, rows);
    }

    /**
     * Their inputs as a model takes them.
     *
     * @param wanted the columns that it was trained on; null where its rows came without names
     * @param width how many numbers it takes
     * @throws dev.feedforward.error.ServiceException if the data set has no such columns
     */
    public RowSource inputs(@Nullable InputColumns wanted, int width) {
        return ColumnMatch.inputs(table, wanted, width).pick(rows);
    }

    /**
     * What they are to be answered with.
     *
     * @param labels whether numbers that could be labels are
     */
    public Answers answers(boolean labels) {
        return new TableAnswers(table, labels).pick(rows);
    }
}
