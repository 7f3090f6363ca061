package dev.feedforward.nn.kernel;

import java.util.Arrays;

/** Loops bound by memory rather than arithmetic, for which HotSpot's own vectorisation is enough. */
final class RowLoops {

    private RowLoops() {}

    static void addToRows(double[] matrix, double[] row, int rows, int columns) {
        for (int i = 0; i < rows; i++) {
            int from = i * columns;
            for (int j = 0; j < columns; j++) {
                matrix[from + j] += row[j];
            }
        }
    }

    static void sumColumns(double[] matrix, double[] sums, int rows, int columns) {
        Arrays.fill(sums, 0, columns, 0.0);
        for (int i = 0; i < rows; i++) {
            int from = i * columns;
            for (int j = 0; j < columns; j++) {
                sums[j] += matrix[from + j];
            }
        }
    }
}
