package dev.feedforward.nn.kernel;

/**
 * One matrix product {@code c = a · b}, of which either operand may be stored transposed. Reused from call to call, so
 * that a product allocates nothing.
 *
 * <p>Element {@code [i, k]} of the left operand is {@code a[i · aRow + k · aColumn]}, element {@code [k, j]} of the
 * right one {@code b[k · bRow + j · bColumn]}; {@code c} is rows × columns, row-major.
 */
final class Product {

    private static final double[] NONE = {};

    double[] a = NONE;
    double[] b = NONE;
    double[] c = NONE;
    int rows;
    int shared;
    int columns;
    int aRow;
    int aColumn;
    int bRow;
    int bColumn;

    /** @throws IndexOutOfBoundsException if an array is shorter than its shape */
    void shape(double[] c, int rows, int shared, int columns) {
        Kernels.checkShape(c, rows, columns);
        this.c = c;
        this.rows = rows;
        this.shared = shared;
        this.columns = columns;
    }

    void left(double[] a, boolean transposed) {
        Kernels.checkShape(a, rows, shared);
        this.a = a;
        aRow = transposed ? 1 : shared;
        aColumn = transposed ? rows : 1;
    }

    void right(double[] b, boolean transposed) {
        Kernels.checkShape(b, shared, columns);
        this.b = b;
        bRow = transposed ? 1 : columns;
        bColumn = transposed ? shared : 1;
    }

    /** Multiply-adds to do. */
    long size() {
        return (long) rows * shared * columns;
    }

    /** Computes all of it, one element after the other: best where packing would cost more than the product. */
    void multiplyPlainly() {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                double sum = 0.0;
                for (int k = 0; k < shared; k++) {
                    sum = Math.fma(a[i * aRow + k * aColumn], b[k * bRow + j * bColumn], sum);
                }
                c[i * columns + j] = sum;
            }
        }
    }

    /** Lets go of the operands, so that a workspace at rest keeps none of its callers' arrays alive. */
    void clear() {
        a = NONE;
        b = NONE;
        c = NONE;
    }
}
