package dev.feedforward.nn.kernel;

import java.util.Objects;

/**
 * The arithmetic beneath the network. Checks the shapes once, then runs bare loops.
 *
 * <p>Every element of a product is summed in ascending order of the shared index with fused multiply-add, so that a
 * result depends on its operands alone and not on how the work is split. All matrices are row-major.
 */
public final class Kernels {

    private Kernels() {}

    /**
     * {@code c = a · b}.
     *
     * @param a rows × shared
     * @param b shared × columns
     * @param c rows × columns, overwritten
     * @throws IndexOutOfBoundsException if an array is shorter than its shape
     */
    public static void product(double[] a, double[] b, double[] c, int rows, int shared, int columns) {
        checkShape(a, rows, shared);
        checkShape(b, shared, columns);
        checkShape(c, rows, columns);
        ScalarKernels.product(a, b, c, rows, shared, columns);
    }

    /**
     * {@code c = a · bᵀ}.
     *
     * @param a rows × shared
     * @param b columns × shared
     * @param c rows × columns, overwritten
     * @throws IndexOutOfBoundsException if an array is shorter than its shape
     */
    public static void productTransposedRight(double[] a, double[] b, double[] c, int rows, int shared, int columns) {
        checkShape(a, rows, shared);
        checkShape(b, columns, shared);
        checkShape(c, rows, columns);
        ScalarKernels.productTransposedRight(a, b, c, rows, shared, columns);
    }

    /**
     * {@code c = aᵀ · b}.
     *
     * @param a shared × rows
     * @param b shared × columns
     * @param c rows × columns, overwritten
     * @throws IndexOutOfBoundsException if an array is shorter than its shape
     */
    public static void productTransposedLeft(double[] a, double[] b, double[] c, int rows, int shared, int columns) {
        checkShape(a, shared, rows);
        checkShape(b, shared, columns);
        checkShape(c, rows, columns);
        ScalarKernels.productTransposedLeft(a, b, c, rows, shared, columns);
    }

    /**
     * Adds {@code row} to every row of {@code matrix}.
     *
     * @param matrix rows × columns, changed in place
     * @param row length {@code columns}
     * @throws IndexOutOfBoundsException if an array is shorter than its shape
     */
    public static void addToRows(double[] matrix, double[] row, int rows, int columns) {
        checkShape(matrix, rows, columns);
        checkShape(row, 1, columns);
        ScalarKernels.addToRows(matrix, row, rows, columns);
    }

    /**
     * {@code sums[j] = Σᵢ matrix[i, j]}.
     *
     * @param matrix rows × columns
     * @param sums length {@code columns}, overwritten
     * @throws IndexOutOfBoundsException if an array is shorter than its shape
     */
    public static void sumColumns(double[] matrix, double[] sums, int rows, int columns) {
        checkShape(matrix, rows, columns);
        checkShape(sums, 1, columns);
        ScalarKernels.sumColumns(matrix, sums, rows, columns);
    }

    /**
     * {@code y = y + factor · x}, element by element.
     *
     * @param x length of {@code y} or more
     * @param y changed in place
     * @throws IndexOutOfBoundsException if {@code x} is shorter than {@code y}
     */
    public static void addScaled(double factor, double[] x, double[] y) {
        checkShape(x, 1, y.length);
        ScalarKernels.addScaled(factor, x, y);
    }

    /**
     * {@code a = 1 / (1 + exp(-z))}, element by element.
     *
     * @throws IndexOutOfBoundsException if an array is shorter than {@code length}
     */
    public static void sigmoid(double[] z, double[] a, int length) {
        checkShape(z, 1, length);
        checkShape(a, 1, length);
        ScalarKernels.sigmoid(z, a, length);
    }

    /**
     * {@code a = tanh(z)}, element by element.
     *
     * @throws IndexOutOfBoundsException if an array is shorter than {@code length}
     */
    public static void tanh(double[] z, double[] a, int length) {
        checkShape(z, 1, length);
        checkShape(a, 1, length);
        ScalarKernels.tanh(z, a, length);
    }

    private static void checkShape(double[] array, int rows, int columns) {
        Objects.checkFromIndexSize(0, Math.multiplyExact(rows, columns), array.length);
    }
}
