package dev.feedforward.dataset;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The data sets that the service brings along, as they are listed. Their names are taken. */
@Component
class BuiltInDatasets {

    private final ObjectProvider<BuiltInListing> listings;
    private @Nullable List<DatasetDetails> all;

    BuiltInDatasets(ObjectProvider<BuiltInListing> listings) {
        this.listings = listings;
    }

    /** In the order in which they are listed. They are drawn when somebody asks first, which takes half a second. */
    synchronized List<DatasetDetails> all() {
        List<DatasetDetails> described = all;
        if (described == null) {
            described = listings.stream()
                    .flatMap(listing -> listing.describe().stream())
                    .toList();
            all = described;
        }
        return described;
    }

    Optional<DatasetDetails> find(String name) {
        return all().stream().filter(set -> set.summary().name().equals(name)).findFirst();
    }

    boolean isNamed(String name) {
        return find(name).isPresent();
    }

    List<String> names() {
        return all().stream().map(set -> set.summary().name()).toList();
    }
}
