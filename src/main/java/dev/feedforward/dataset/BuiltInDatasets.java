package dev.feedforward.dataset;

import dev.feedforward.computing.Turns;
import dev.feedforward.dataset.builtin.BuiltInSet;
import dev.feedforward.dataset.builtin.BuiltInSets;
import dev.feedforward.dataset.builtin.BuiltInTable;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The data sets that the service brings along, as one looks at them: drawn as they are where nothing is said of how.
 */
@Component
class BuiltInDatasets {

    /** Each is drawn when somebody looks at it first, which takes up to half a second. */
    private final Map<String, DatasetDetails> described = new ConcurrentHashMap<>();

    private final Turns turns;

    BuiltInDatasets(Turns turns) {
        this.turns = turns;
    }

    Optional<DatasetDetails> find(String name) {
        return BuiltInSets.find(name).map(set -> {
            DatasetDetails known = described.get(name);
            return known == null ? describe(set) : known;
        });
    }

    private DatasetDetails describe(BuiltInSet set) {
        turns.take();
        return described.computeIfAbsent(
                set.name(), name -> DatasetDetails.of(set, BuiltInTable.of(set, set.generate(null, null, null))));
    }
}
