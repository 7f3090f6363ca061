package dev.feedforward.dataset;

import java.util.List;

/** Describes data sets that the service brings along. A Spring bean of this type has its data sets listed. */
@FunctionalInterface
public interface BuiltInListing {

    /** What each of them is; {@link DatasetDetails#ofBuiltIn} makes it of the rows. */
    List<DatasetDetails> describe();
}
