package dev.feedforward.training.recipe;

import dev.feedforward.nn.Architecture;

/**
 * How much the rows of a training are.
 *
 * @param rows to train and test with
 * @param bytes that they take as they are
 * @param numbers whether they are numbers in memory, so that they are there once more where they are standardised
 */
public record RowsSize(long rows, long bytes, boolean numbers) {

    /** Labels, places of rows, and their fingerprints. */
    private static final long BYTES_A_ROW = 64;

    /** A number that is answered, what should be, and both picked. */
    private static final long BYTES_AN_ANSWER = 4 * Double.BYTES;

    /** Bytes that numbers take. */
    static long bytes(long rows, int columns) {
        return Double.BYTES * rows * columns;
    }

    /**
     * Bytes that are made of the rows: their answers as numbers, what is answered to them, their order, and their
     * inputs standardised.
     */
    public long workedOutBytes(Architecture architecture) {
        long standardized = numbers ? bytes(1, architecture.inputs()) : 0;
        return rows * (BYTES_A_ROW + standardized + BYTES_AN_ANSWER * architecture.outputs());
    }
}
