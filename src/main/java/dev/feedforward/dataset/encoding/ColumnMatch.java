package dev.feedforward.dataset.encoding;

import dev.feedforward.dataset.encoding.TableInputs.TableColumn;
import dev.feedforward.dataset.table.Column;
import dev.feedforward.dataset.table.Column.Kind;
import dev.feedforward.dataset.table.Table;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import dev.feedforward.nn.data.RowSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds in a table the columns that a model was trained on: by their names where the table has them all, or else by
 * their places where it has as many.
 */
public final class ColumnMatch {

    private final Table table;
    private final InputColumns wanted;

    private ColumnMatch(Table table, InputColumns wanted) {
        this.table = table;
        this.wanted = wanted;
    }

    /**
     * The inputs of all rows of {@code table}, as a model takes them.
     *
     * @param wanted the columns that the model was trained on; null where its rows came without names
     * @param width how many numbers it takes
     * @throws ServiceException if the table has no such columns
     */
    public static RowSource inputs(Table table, @Nullable InputColumns wanted, int width) {
        InputColumns columns = wanted != null ? wanted : unnamed(width);
        ColumnMatch match = new ColumnMatch(table, columns);
        return new TableInputs(table, columns, match.sources());
    }

    private static InputColumns unnamed(int width) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            names.add("input " + (i + 1));
        }
        return InputColumns.ofNumbers(names);
    }

    private List<TableColumn> sources() {
        List<TableColumn> inputs = TableColumn.inputs(table);
        List<String> names = inputs.stream()
                .map(input -> table.columns().get(input.place()).name())
                .toList();
        boolean byName = wanted.columns().stream().map(InputColumn::name).allMatch(names::contains);
        if (!byName && inputs.size() != wanted.columns().size()) {
            throw unfit("It has %d inputs, the model takes %d: %s."
                    .formatted(inputs.size(), wanted.columns().size(), wanted.briefNames()));
        }
        List<TableColumn> sources = new ArrayList<>();
        for (int i = 0; i < wanted.columns().size(); i++) {
            InputColumn column = wanted.columns().get(i);
            int at = byName ? names.indexOf(column.name()) : i;
            sources.add(source(column, inputs.get(at).place()));
        }
        return sources;
    }

    private TableColumn source(InputColumn column, int place) {
        Column given = table.columns().get(place);
        if (given.kind() != column.kind()) {
            throw unfit("Its column \"%s\" is of %s, where the model takes %s."
                    .formatted(given.name(), plural(given.kind()), plural(column.kind())));
        }
        if (given.kind() == Kind.NUMBER) {
            if (given.missing() > 0 && column.mean() == null) {
                throw unfit("Its column \"%s\" lacks %d values; the model was trained without missing ones there."
                        .formatted(given.name(), given.missing()));
            }
            return new TableColumn(place);
        }
        int[] codes = new int[given.categories().size()];
        for (int i = 0; i < codes.length; i++) {
            String category = given.categories().get(i);
            codes[i] = column.categories().indexOf(category);
            if (codes[i] < 0) {
                throw unfit("Its column \"%s\" has the category \"%s\", which the model does not know."
                        .formatted(given.name(), category));
            }
        }
        return new TableColumn(place, codes);
    }

    private static String plural(Kind kind) {
        return kind == Kind.NUMBER ? "numbers" : "categories";
    }

    private static ServiceException unfit(String why) {
        return new ServiceException(
                ProblemType.DATASET_DOES_NOT_FIT,
                "The data set cannot be put to the model. " + why,
                ProblemType.DATASET_DOES_NOT_FIT.remedy());
    }
}
