package dev.feedforward.dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Describes data sets: uploaded ones, and those that the service brings along. */
@Component
class DatasetListing {

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
        datasets.list(before, limit).forEach(dataset -> found.put(dataset.id(), DatasetSummary.of(dataset)));
        List<DatasetDetails> own = builtIn.all();
        for (int i = 0; i < own.size() && found.size() < limit; i++) {
            long number = -1L - i;
            if (number < before) {
                found.put(number, own.get(i).summary());
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
}
