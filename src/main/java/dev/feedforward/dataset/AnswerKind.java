package dev.feedforward.dataset;

/** What the answers of a data set are. */
public enum AnswerKind {

    /** One number a row, 0 or 1. */
    ZERO_OR_ONE,

    /** One class label a row. */
    LABEL
}
