package dev.feedforward.dataset;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The data sets that the service brings along, as they are listed. Their names are taken. */
@Component
class BuiltInDatasets {

    private final List<DatasetDetails> all;

    BuiltInDatasets(ObjectProvider<BuiltInListing> listings) {
        all = listings.stream().flatMap(listing -> listing.describe().stream()).toList();
    }

    /** In the order in which they are listed. */
    List<DatasetDetails> all() {
        return all;
    }

    Optional<DatasetDetails> find(String name) {
        return all.stream().filter(set -> set.summary().name().equals(name)).findFirst();
    }

    boolean isNamed(String name) {
        return find(name).isPresent();
    }

    List<String> names() {
        return all.stream().map(set -> set.summary().name()).toList();
    }
}
