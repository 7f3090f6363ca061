package dev.feedforward.dataset;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.feedforward.dataset.builtin.BuiltInSet;
import dev.feedforward.dataset.builtin.BuiltInSets;
import dev.feedforward.dataset.builtin.BuiltInTable;
import dev.feedforward.dataset.builtin.Drawing;
import dev.feedforward.dataset.store.Dataset;
import dev.feedforward.dataset.store.DatasetRepository;
import dev.feedforward.dataset.store.ListedDataset;
import dev.feedforward.dataset.store.TableReader;
import dev.feedforward.dataset.table.Part;
import dev.feedforward.dataset.table.Split;
import dev.feedforward.dataset.table.Table;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import dev.feedforward.json.name.NearestName;
import dev.feedforward.memory.RequestMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds uploaded data sets, and their rows. */
@Component
public class Datasets {

    private final DatasetRepository repository;
    private final TableReader reader;

    /** The tables that somebody holds: two jobs on one data set share its rows. */
    private final Cache<Long, Table> tables = Caffeine.newBuilder().weakValues().build();

    Datasets(DatasetRepository repository, TableReader reader) {
        this.repository = repository;
        this.reader = reader;
    }

    /**
     * The data set that bears {@code name} now.
     *
     * @throws ServiceException if there is none
     */
    public Dataset find(String name) {
        return repository.find(name).orElseThrow(() -> notFound(name));
    }

    /**
     * A data set by its id, even if another has taken its name since.
     *
     * @param name that it had
     * @throws ServiceException if it is gone
     */
    public Dataset find(long id, String name) {
        return repository.find(id).orElseThrow(() -> gone(name));
    }

    /**
     * The id of the data set that bears {@code name} now.
     *
     * @throws ServiceException if there is none
     */
    long id(String name) {
        return repository.findId(name).orElseThrow(() -> notFound(name));
    }

    /** Bytes of the rows of an uploaded data set; 0 if it is gone. */
    public long bytes(long id) {
        return repository.bytes(id);
    }

    /** What {@code made} makes of the uploaded data sets with ids below {@code before}, newest first. */
    public <T> List<T> list(long before, int limit, Function<ListedDataset, T> made) {
        return repository.list(before, limit, made);
    }

    /**
     * All rows of a data set, read from the database unless somebody holds them already.
     *
     * @throws ServiceException if the data set has been deleted meanwhile
     */
    public Table table(Dataset dataset) {
        Table table = tables.get(dataset.id(), id -> reader.read(dataset).orElse(null));
        if (table == null) {
            throw gone(dataset);
        }
        RequestMemory.take(table.bytes());
        return table;
    }

    /**
     * Some rows of a data set, uploaded or built in.
     *
     * @param drawing how it is drawn, of a built-in one
     * @param part which rows; null for those to test with, or all where there are none
     * @throws ServiceException if there is none of this name, or it cannot be drawn so
     */
    public TablePart part(String name, Drawing drawing, @Nullable Part part) {
        Optional<BuiltInSet> builtIn = BuiltInSets.find(name);
        if (builtIn.isPresent()) {
            BuiltInTable drawn = BuiltInTable.of(builtIn.get(), drawing.of(builtIn.get()));
            return TablePart.of(name, drawn.table(), drawn.split(), part);
        }
        Dataset dataset = find(name);
        drawing.refuseFor(dataset);
        Table table = table(dataset);
        return TablePart.of(name, table, Split.of(table, dataset.definition().splitting()), part);
    }

    /** @throws ServiceException if the service brings a data set of this name along */
    static void refuseBuiltIn(String name) {
        if (BuiltInSets.find(name).isPresent()) {
            throw new ServiceException(
                    ProblemType.CONFLICT,
                    "\"%s\" is a data set that the service brings along.".formatted(name),
                    "Choose another name.");
        }
    }

    private ServiceException notFound(String name) {
        List<String> names = new ArrayList<>(repository.names());
        BuiltInSets.all().forEach(set -> names.add(set.name()));
        String meant = NearestName.of(name, names)
                .map(nearest -> " Did you mean \"%s\"?".formatted(nearest))
                .orElse("");
        return new ServiceException(
                ProblemType.DATASET_NOT_FOUND,
                "There is no data set \"%s\".%s".formatted(name, meant),
                "List the data sets: curl {service}/datasets");
    }

    static ServiceException gone(Dataset dataset) {
        return gone(dataset.name());
    }

    private static ServiceException gone(String name) {
        return new ServiceException(
                ProblemType.DATASET_NOT_FOUND,
                "The data set \"%s\" has been deleted.".formatted(name),
                "List the data sets: curl {service}/datasets");
    }
}
