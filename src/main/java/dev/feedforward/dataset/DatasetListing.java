package dev.feedforward.dataset;

import dev.feedforward.dataset.builtin.BuiltInSet;
import dev.feedforward.dataset.builtin.BuiltInSets;
import dev.feedforward.dataset.builtin.BuiltInTable;
import dev.feedforward.dataset.builtin.Drawing;
import dev.feedforward.dataset.store.Dataset;
import dev.feedforward.dataset.store.TableReader;
import dev.feedforward.dataset.table.Table;
import dev.feedforward.memory.RequestMemory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Describes data sets: uploaded ones, and those that the service brings along. */
@Component
class DatasetListing {

    /** Bytes of a value that is shown: a number of its own, and its place. */
    private static final long VALUE = 32;

    private final Datasets datasets;
    private final TableReader reader;
    private final BuiltInDatasets builtIn;

    DatasetListing(Datasets datasets, TableReader reader, BuiltInDatasets builtIn) {
        this.datasets = datasets;
        this.reader = reader;
        this.builtIn = builtIn;
    }

    /**
     * Data sets by their numbers, which descend: those of uploaded ones are their ids, the others' are -1, -2 ….
     *
     * @param before only those of lower numbers
     */
    Map<Long, DatasetSummary> list(long before, int limit) {
        Map<Long, DatasetSummary> found = new LinkedHashMap<>();
        datasets.list(before, limit, listed -> Map.entry(listed.id(), DatasetSummary.of(listed)))
                .forEach(summary -> found.put(summary.getKey(), summary.getValue()));
        List<BuiltInSet> own = BuiltInSets.all();
        for (int i = 0; i < own.size() && found.size() < limit; i++) {
            long number = -1L - i;
            if (number < before) {
                found.put(number, DatasetSummary.of(own.get(i)));
            }
        }
        return found;
    }

    /**
     * A data set, its columns and first rows.
     *
     * @throws dev.feedforward.error.ServiceException if there is none of this name
     */
    DatasetDetails describe(String name) {
        return builtIn.find(name).orElseGet(() -> describe(datasets.find(name)));
    }

    DatasetDetails describe(Dataset dataset) {
        Table first = reader.readFirst(dataset).orElseThrow(() -> Datasets.gone(dataset));
        return DatasetDetails.of(dataset, first);
    }

    /**
     * Some rows of a data set.
     *
     * @param drawing how it is drawn, of a built-in one
     * @param after rows to leave out
     * @throws dev.feedforward.error.ServiceException if there is none of this name, or it cannot be drawn so
     */
    RowsPage rows(String name, Drawing drawing, int after, int limit) {
        return BuiltInSets.find(name)
                .map(set -> drawn(set, drawing, after, limit))
                .orElseGet(() -> stored(datasets.find(name), drawing, after, limit));
    }

    private static RowsPage drawn(BuiltInSet set, Drawing drawing, int after, int limit) {
        BuiltInTable drawn = BuiltInTable.of(set, drawing.of(set));
        Table table = drawn.table();
        int to = end(after, limit, table.rows());
        take(to - after, table.columns().size());
        return RowsPage.of(
                table.columns(),
                table.rows(),
                table.rows() - drawn.testRows(),
                table.show(Math.min(after, to), to),
                to < table.rows() ? next(set.name(), to, limit, drawing) : null);
    }

    private RowsPage stored(Dataset dataset, Drawing drawing, int after, int limit) {
        drawing.refuseFor(dataset);
        int rows = dataset.definition().rows();
        int to = end(after, limit, rows);
        take(to - after, dataset.definition().columns().size());
        return RowsPage.of(
                dataset.definition().columns(),
                rows,
                null,
                reader.show(dataset, after, to).orElseThrow(() -> Datasets.gone(dataset)),
                to < rows ? next(dataset.name(), to, limit, drawing) : null);
    }

    private static void take(int rows, int columns) {
        RequestMemory.take(VALUE * columns * Math.max(rows, 0));
    }

    private static int end(int after, int limit, int rows) {
        return (int) Math.min((long) after + limit, rows);
    }

    private static String next(String name, int after, int limit, Drawing drawing) {
        return "/datasets/%s/rows?after=%d&limit=%d%s".formatted(name, after, limit, drawing.query());
    }
}
