package dev.feedforward.dataset.table;

/** What becomes of rows in which values are missing. Rows without an answer are never kept. */
public enum MissingValues {
    /** The upload is refused. */
    REFUSE,
    /** They are left out when the data set is stored. */
    DROP,
    /** They are kept, for whoever trains to put the mean of the training rows in the place of what is missing. */
    MEAN
}
