package dev.feedforward.dataset.store;

/**
 * A data set that nobody finds by its name.
 *
 * @param touchedAt changes when rows come for it, and when its status changes; another machine may have told the time
 */
record NamelessDataset(long id, Why why, long touchedAt) {

    /** As its status is called in the database. */
    enum Why {
        UPLOADING,
        REPLACED,
        REMOVED
    }
}
