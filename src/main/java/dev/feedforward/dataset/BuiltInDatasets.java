package dev.feedforward.dataset;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The data sets that the service brings along, as they are listed: drawn as they are where nothing is said of how. */
@Component
class BuiltInDatasets {

    /** Each is drawn when somebody asks first, which takes half a second for all. */
    private final Map<String, DatasetDetails> described = new ConcurrentHashMap<>();

    /** In the order in which they are listed. */
    List<DatasetDetails> all() {
        return BuiltInSets.all().stream().map(this::describe).toList();
    }

    Optional<DatasetDetails> find(String name) {
        return BuiltInSets.find(name).map(this::describe);
    }

    private DatasetDetails describe(BuiltInSet set) {
        return described.computeIfAbsent(
                set.name(), name -> DatasetDetails.of(set, BuiltInTable.of(set, set.generate(null, null, null))));
    }
}
