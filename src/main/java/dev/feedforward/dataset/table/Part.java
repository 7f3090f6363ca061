package dev.feedforward.dataset.table;

/** Which rows of a data set. */
public enum Part {
    /** Those to test with. */
    TEST,
    /** Those to learn from. */
    TRAINING,
    /** All of them. */
    ALL
}
