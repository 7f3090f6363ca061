package dev.feedforward.nn.kernel;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The arithmetic beneath the network. Checks the shapes once, then runs bare loops: in the lanes of the Vector API
 * where the module {@code jdk.incubator.vector} is present, in plain Java where it is not.
 *
 * <p>Every element of a product is summed in ascending order of the shared index with fused multiply-add, and every
 * function is made of operations that are exact to the bit, so that a result depends on its operands alone: not on the
 * lanes, not on the number of threads, not on the JDK. Only the payload of a NaN may differ. All matrices are
 * row-major.
 *
 * <p>Keeps scratch memory, which grows to the largest product seen and is then reused. Not for use by several threads
 * at once.
 */
public final class Kernels {

    /** Multiply-adds up to which packing costs more than it saves. */
    private static final int PLAIN = 1_000;

    /** Multiply-adds from which handing work to another thread pays. */
    private static final int SHARED = 2_000_000;

    /**
     * Elements up to which lanes gain less than they cost before they are compiled: a small network's first training.
     */
    private static final int SHORT = 32;

    private static final String VECTOR_MODULE = "jdk.incubator.vector";
    private static final boolean VECTOR = findVectorKernels();

    private final Product product = new Product();
    private final ScalarKernels scalar = new ScalarKernels();
    private final Loops loops;
    private final Part[] parts;
    private final @Nullable KernelThread[] others;

    /** Kernels that compute in the caller's thread. */
    public Kernels() {
        this(1);
    }

    /**
     * Kernels that share large products among threads.
     *
     * @param threads the caller's included; more than processors are of no use
     * @throws IllegalArgumentException if there is no thread
     */
    public Kernels(int threads) {
        this(threads, VECTOR ? VectorKernels::new : ScalarKernels::new);
    }

    private Kernels(int threads, Supplier<Loops> newLoops) {
        if (threads < 1) {
            throw new IllegalArgumentException(threads + " threads");
        }
        loops = newLoops.get();
        others = new KernelThread[threads];
        parts = new Part[threads];
        parts[0] = new Part(loops, product);
        for (int i = 1; i < threads; i++) {
            parts[i] = new Part(newLoops.get(), product);
        }
    }

    /** Kernels in plain Java, whatever modules are present: to compare with. */
    public static Kernels scalar() {
        return scalar(1);
    }

    static Kernels scalar(int threads) {
        return new Kernels(threads, ScalarKernels::new);
    }

    /** What does the work, for people to read: {@code Vector API, 8 lanes} or {@code plain loops}. */
    public String name() {
        return loops.name();
    }

    private static boolean findVectorKernels() {
        if (ModuleLayer.boot().findModule(VECTOR_MODULE).isEmpty()) {
            return false;
        }
        try {
            Class.forName(Kernels.class.getPackageName() + ".VectorKernels");
            return true;
        } catch (ReflectiveOperationException | LinkageError e) {
            return false;
        }
    }

    /**
     * {@code c = a · b}.
     *
     * @param a rows × shared
     * @param b shared × columns
     * @param c rows × columns, overwritten
     * @throws IndexOutOfBoundsException if an array is shorter than its shape
     */
    public void product(double[] a, double[] b, double[] c, int rows, int shared, int columns) {
        multiply(a, false, b, false, c, rows, shared, columns);
    }

    /**
     * {@code c = a · bᵀ}.
     *
     * @param a rows × shared
     * @param b columns × shared
     * @param c rows × columns, overwritten
     * @throws IndexOutOfBoundsException if an array is shorter than its shape
     */
    public void productTransposedRight(double[] a, double[] b, double[] c, int rows, int shared, int columns) {
        multiply(a, false, b, true, c, rows, shared, columns);
    }

    /**
     * {@code c = aᵀ · b}.
     *
     * @param a shared × rows
     * @param b shared × columns
     * @param c rows × columns, overwritten
     * @throws IndexOutOfBoundsException if an array is shorter than its shape
     */
    public void productTransposedLeft(double[] a, double[] b, double[] c, int rows, int shared, int columns) {
        multiply(a, true, b, false, c, rows, shared, columns);
    }

    /**
     * Adds {@code row} to every row of {@code matrix}.
     *
     * @param matrix rows × columns, changed in place
     * @param row length {@code columns}
     * @throws IndexOutOfBoundsException if an array is shorter than its shape
     */
    public void addToRows(double[] matrix, double[] row, int rows, int columns) {
        checkShape(matrix, rows, columns);
        checkShape(row, 1, columns);
        RowLoops.addToRows(matrix, row, rows, columns);
    }

    /**
     * {@code sums[j] = Σᵢ matrix[i, j]}.
     *
     * @param matrix rows × columns
     * @param sums length {@code columns}, overwritten
     * @throws IndexOutOfBoundsException if an array is shorter than its shape
     */
    public void sumColumns(double[] matrix, double[] sums, int rows, int columns) {
        checkShape(matrix, rows, columns);
        checkShape(sums, 1, columns);
        RowLoops.sumColumns(matrix, sums, rows, columns);
    }

    /**
     * {@code a = 1 / (1 + exp(-z))}, element by element.
     *
     * @throws IndexOutOfBoundsException if an array is shorter than {@code length}
     */
    public void sigmoid(double[] z, double[] a, int length) {
        loopsFor(z, a, length).sigmoid(z, a, length);
    }

    /**
     * {@code a = tanh(z)}, element by element.
     *
     * @throws IndexOutOfBoundsException if an array is shorter than {@code length}
     */
    public void tanh(double[] z, double[] a, int length) {
        loopsFor(z, a, length).tanh(z, a, length);
    }

    /**
     * {@code a = exp(z)}, element by element.
     *
     * @throws IndexOutOfBoundsException if an array is shorter than {@code length}
     */
    public void exp(double[] z, double[] a, int length) {
        loopsFor(z, a, length).exp(z, a, length);
    }

    /**
     * {@code a = exp(z) - 1}, element by element.
     *
     * @throws IndexOutOfBoundsException if an array is shorter than {@code length}
     */
    public void expm1(double[] z, double[] a, int length) {
        loopsFor(z, a, length).expm1(z, a, length);
    }

    /**
     * {@code a = log(1 + exp(z))}, element by element.
     *
     * @throws IndexOutOfBoundsException if an array is shorter than {@code length}
     */
    public void softplus(double[] z, double[] a, int length) {
        loopsFor(z, a, length).softplus(z, a, length);
    }

    /**
     * {@code a = erf(z)}, element by element.
     *
     * @throws IndexOutOfBoundsException if an array is shorter than {@code length}
     */
    public void erf(double[] z, double[] a, int length) {
        loopsFor(z, a, length).erf(z, a, length);
    }

    private void multiply(
            double[] a,
            boolean aTransposed,
            double[] b,
            boolean bTransposed,
            double[] c,
            int rows,
            int shared,
            int columns) {
        product.shape(c, rows, shared, columns);
        product.left(a, aTransposed);
        product.right(b, bTransposed);
        if (product.size() <= PLAIN) {
            product.multiplyPlainly();
        } else if (parts.length == 1 || product.size() < SHARED) {
            loops.multiply(product, 0, rows, 0, columns);
        } else {
            multiplyInParts();
        }
        product.clear();
    }

    private void multiplyInParts() {
        for (int i = parts.length - 1; i >= 0; i--) {
            parts[i].offerShare(i, parts.length);
            KernelThread other = i == 0 ? null : KernelThread.claim();
            others[i] = other;
            if (other != null) {
                other.start(parts[i]);
            }
        }
        for (int i = 0; i < parts.length; i++) {
            parts[i].finish();
            KernelThread other = others[i];
            if (other != null) {
                other.release();
            }
        }
    }

    private Loops loopsFor(double[] z, double[] a, int length) {
        checkShape(z, 1, length);
        checkShape(a, 1, length);
        return length <= SHORT ? scalar : loops;
    }

    static void checkShape(double[] array, int rows, int columns) {
        Objects.checkFromIndexSize(0, Math.multiplyExact(rows, columns), array.length);
    }
}
