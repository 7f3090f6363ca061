package dev.feedforward.nn.kernel;

/**
 * The loops that exist twice: in plain Java and in vector lanes. Both give the same bits. Nothing is checked here;
 * {@link Kernels} has done so.
 *
 * <p>An instance owns scratch memory and serves one thread at a time.
 */
sealed interface Loops permits ScalarKernels, VectorKernels {

    /** What does the work, for people to read. */
    String name();

    /** Computes rows {@code [fromRow, toRow)} of columns {@code [fromColumn, toColumn)} of {@code product.c}. */
    void multiply(Product product, int fromRow, int toRow, int fromColumn, int toColumn);

    /** {@code a[i] = exp(z[i])} of the first {@code length} elements, as all functions below. */
    void exp(double[] z, double[] a, int length);

    void expm1(double[] z, double[] a, int length);

    void sigmoid(double[] z, double[] a, int length);

    void tanh(double[] z, double[] a, int length);

    void softplus(double[] z, double[] a, int length);

    void erf(double[] z, double[] a, int length);
}
