package dev.feedforward.nn.kernel;

import java.util.Arrays;

/**
 * The loops behind {@link Kernels}, in plain Java. {@link StrictMath} rather than {@link Math}: its functions give the
 * same bits on every JDK.
 */
final class ScalarKernels {

    private ScalarKernels() {}

    static void product(double[] a, double[] b, double[] c, int rows, int shared, int columns) {
        for (int i = 0; i < rows; i++) {
            int to = i * columns;
            Arrays.fill(c, to, to + columns, 0.0);
            for (int k = 0; k < shared; k++) {
                addScaledRow(a[i * shared + k], b, k * columns, c, to, columns);
            }
        }
    }

    static void productTransposedRight(double[] a, double[] b, double[] c, int rows, int shared, int columns) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                double sum = 0.0;
                for (int k = 0; k < shared; k++) {
                    sum = Math.fma(a[i * shared + k], b[j * shared + k], sum);
                }
                c[i * columns + j] = sum;
            }
        }
    }

    static void productTransposedLeft(double[] a, double[] b, double[] c, int rows, int shared, int columns) {
        Arrays.fill(c, 0, rows * columns, 0.0);
        for (int k = 0; k < shared; k++) {
            for (int i = 0; i < rows; i++) {
                addScaledRow(a[k * rows + i], b, k * columns, c, i * columns, columns);
            }
        }
    }

    private static void addScaledRow(double factor, double[] from, int fromOffset, double[] to, int toOffset, int n) {
        for (int j = 0; j < n; j++) {
            to[toOffset + j] = Math.fma(factor, from[fromOffset + j], to[toOffset + j]);
        }
    }

    static void addToRows(double[] matrix, double[] row, int rows, int columns) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                matrix[i * columns + j] += row[j];
            }
        }
    }

    static void sumColumns(double[] matrix, double[] sums, int rows, int columns) {
        Arrays.fill(sums, 0, columns, 0.0);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                sums[j] += matrix[i * columns + j];
            }
        }
    }

    static void addScaled(double factor, double[] x, double[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.fma(factor, x[i], y[i]);
        }
    }

    static void sigmoid(double[] z, double[] a, int length) {
        for (int i = 0; i < length; i++) {
            a[i] = 1.0 / (1.0 + StrictMath.exp(-z[i]));
        }
    }

    static void tanh(double[] z, double[] a, int length) {
        for (int i = 0; i < length; i++) {
            a[i] = StrictMath.tanh(z[i]);
        }
    }
}
