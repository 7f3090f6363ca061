package dev.feedforward.nn.kernel;

import java.util.Arrays;

/**
 * The loops in plain Java, which HotSpot turns into vector instructions where each array is read from its start by the
 * loop's own index: hence the rows of the right operand and the sums are copied into arrays of their own.
 */
final class ScalarKernels implements Loops {

    /** Rows of the right operand that one pass over the sums adds to two rows of them. */
    private static final int PASS = 4;

    /** Block sizes: the rows of the right operand stay in the second-level cache. */
    private static final int BLOCK_SHARED = 128;

    private static final int BLOCK_COLUMNS = 512;

    private double[][] right = {};
    private double[] upper = {};
    private double[] lower = {};

    @Override
    public String name() {
        return "plain loops";
    }

    @Override
    public void multiply(Product product, int fromRow, int toRow, int fromColumn, int toColumn) {
        for (int j = fromColumn; j < toColumn; j += BLOCK_COLUMNS) {
            int columns = Math.min(BLOCK_COLUMNS, toColumn - j);
            for (int k = 0; k < product.shared; k += BLOCK_SHARED) {
                int shared = Math.min(BLOCK_SHARED, product.shared - k);
                copyRight(product, k, shared, j, columns);
                for (int i = fromRow; i < toRow; i += 2) {
                    // The last of an odd number of rows is computed twice.
                    multiplyRows(product, i, Math.min(i + 1, toRow - 1), k, shared, j, columns);
                }
            }
        }
    }

    private void copyRight(Product product, int k, int shared, int j, int columns) {
        if (right.length < shared || upper.length < columns) {
            int width = Math.max(columns, upper.length);
            right = new double[Math.max(shared, right.length)][width];
            upper = new double[width];
            lower = new double[width];
        }
        for (int p = 0; p < shared; p++) {
            int from = (k + p) * product.bRow + j * product.bColumn;
            if (product.bColumn == 1) {
                System.arraycopy(product.b, from, right[p], 0, columns);
            } else {
                for (int q = 0; q < columns; q++) {
                    right[p][q] = product.b[from + q * product.bColumn];
                }
            }
        }
    }

    private void multiplyRows(Product product, int first, int second, int k, int shared, int j, int columns) {
        int toFirst = first * product.columns + j;
        int toSecond = second * product.columns + j;
        start(upper, product.c, toFirst, columns, k == 0);
        start(lower, product.c, toSecond, columns, k == 0);
        int step = product.aColumn;
        int a = first * product.aRow + k * step;
        int aSecond = second * product.aRow + k * step;
        int p = 0;
        for (; p <= shared - PASS; p += PASS) {
            addFour(product.a, a + p * step, aSecond + p * step, step, p, columns);
        }
        for (; p < shared; p++) {
            addOne(product.a[a + p * step], right[p], upper, columns);
            addOne(product.a[aSecond + p * step], right[p], lower, columns);
        }
        System.arraycopy(upper, 0, product.c, toFirst, columns);
        System.arraycopy(lower, 0, product.c, toSecond, columns);
    }

    private static void start(double[] sums, double[] c, int from, int columns, boolean first) {
        if (first) {
            Arrays.fill(sums, 0, columns, 0.0);
        } else {
            System.arraycopy(c, from, sums, 0, columns);
        }
    }

    private void addFour(double[] a, int first, int second, int step, int p, int columns) {
        double a0 = a[first];
        double a1 = a[first + step];
        double a2 = a[first + 2 * step];
        double a3 = a[first + 3 * step];
        double s0 = a[second];
        double s1 = a[second + step];
        double s2 = a[second + 2 * step];
        double s3 = a[second + 3 * step];
        double[] b0 = right[p];
        double[] b1 = right[p + 1];
        double[] b2 = right[p + 2];
        double[] b3 = right[p + 3];
        double[] sums = upper;
        double[] sumsBelow = lower;
        for (int j = 0; j < columns; j++) {
            double sum = Math.fma(a1, b1[j], Math.fma(a0, b0[j], sums[j]));
            sums[j] = Math.fma(a3, b3[j], Math.fma(a2, b2[j], sum));
            double sumBelow = Math.fma(s1, b1[j], Math.fma(s0, b0[j], sumsBelow[j]));
            sumsBelow[j] = Math.fma(s3, b3[j], Math.fma(s2, b2[j], sumBelow));
        }
    }

    private static void addOne(double factor, double[] row, double[] sums, int n) {
        for (int j = 0; j < n; j++) {
            sums[j] = Math.fma(factor, row[j], sums[j]);
        }
    }

    @Override
    public void exp(double[] z, double[] a, int length) {
        for (int i = 0; i < length; i++) {
            a[i] = Functions.exp(z[i]);
        }
    }

    @Override
    public void expm1(double[] z, double[] a, int length) {
        for (int i = 0; i < length; i++) {
            a[i] = Functions.expm1(z[i]);
        }
    }

    @Override
    public void sigmoid(double[] z, double[] a, int length) {
        for (int i = 0; i < length; i++) {
            a[i] = Functions.sigmoid(z[i]);
        }
    }

    @Override
    public void tanh(double[] z, double[] a, int length) {
        for (int i = 0; i < length; i++) {
            a[i] = Functions.tanh(z[i]);
        }
    }

    @Override
    public void softplus(double[] z, double[] a, int length) {
        for (int i = 0; i < length; i++) {
            a[i] = Functions.softplus(z[i]);
        }
    }

    @Override
    public void erf(double[] z, double[] a, int length) {
        for (int i = 0; i < length; i++) {
            a[i] = Functions.erf(z[i]);
        }
    }
}
