package dev.feedforward.nn;

import dev.feedforward.nn.kernel.Kernels;

/**
 * An activation function and its derivative, for a layer of neurons and many rows at once.
 *
 * <p>Arrays hold rows × neurons, row-major. The derivative is told both {@code z}, the weighted sums, and {@code a},
 * the activations that came of them, as each function is cheapest in one of the two; it may overwrite both. Definitions
 * and constants are PyTorch's.
 */
public enum Activation {

    /** {@code 1 / (1 + e⁻ᶻ)}, between 0 and 1. */
    SIGMOID(
            new Formula("a = 1 / (1 + e⁻ᶻ)", "The sigmoid squeezes each sum to between 0 and 1."),
            new Range(0.0, 1.0),
            Slope.RISING,
            """
            e = np.exp(-np.abs(z))  # Never overflows.
            return np.where(z >= 0, 1, e) / (1 + e)
            """) {
        @Override
        void apply(Kernels kernels, double[] z, double[] a, int rows, int neurons) {
            kernels.sigmoid(z, a, rows * neurons);
        }

        @Override
        void multiplyByDerivative(Kernels kernels, double[] z, double[] a, double[] deltas, int rows, int neurons) {
            for (int i = 0; i < rows * neurons; i++) {
                deltas[i] *= a[i] * (1.0 - a[i]);
            }
        }
    },

    /** {@code tanh(z)}, between -1 and 1. */
    TANH(
            new Formula("a = tanh(z)", "The hyperbolic tangent squeezes each sum to between −1 and 1."),
            new Range(-1.0, 1.0),
            Slope.RISING,
            "np.tanh(%s)") {
        @Override
        void apply(Kernels kernels, double[] z, double[] a, int rows, int neurons) {
            kernels.tanh(z, a, rows * neurons);
        }

        @Override
        void multiplyByDerivative(Kernels kernels, double[] z, double[] a, double[] deltas, int rows, int neurons) {
            for (int i = 0; i < rows * neurons; i++) {
                deltas[i] *= 1.0 - a[i] * a[i];
            }
        }
    },

    /** {@code max(0, z)}; its derivative at 0 is taken as 0. */
    RELU(
            new Formula("a = max(0, z)", "ReLU lets positive sums through and makes the others 0."),
            new Range(0.0, Double.POSITIVE_INFINITY),
            Slope.FLAT_BELOW_0,
            "return np.maximum(0, z)") {
        @Override
        void apply(Kernels kernels, double[] z, double[] a, int rows, int neurons) {
            for (int i = 0; i < rows * neurons; i++) {
                a[i] = Math.max(0.0, z[i]);
            }
        }

        @Override
        void multiplyByDerivative(Kernels kernels, double[] z, double[] a, double[] deltas, int rows, int neurons) {
            for (int i = 0; i < rows * neurons; i++) {
                deltas[i] = z[i] > 0.0 ? deltas[i] : 0.0;
            }
        }
    },

    /** {@code z} where it is positive, else {@code 0.01 · z}. */
    LEAKY_RELU(
            new Formula(
                    "a = z for z > 0, else 0.01 · z",
                    "The leaky ReLU lets positive sums through and a hundredth of the others."),
            new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
            Slope.RISING,
            "return np.where(z > 0, z, 0.01 * z)") {
        private static final double SLOPE = 0.01;

        @Override
        void apply(Kernels kernels, double[] z, double[] a, int rows, int neurons) {
            for (int i = 0; i < rows * neurons; i++) {
                a[i] = z[i] > 0.0 ? z[i] : SLOPE * z[i];
            }
        }

        @Override
        void multiplyByDerivative(Kernels kernels, double[] z, double[] a, double[] deltas, int rows, int neurons) {
            for (int i = 0; i < rows * neurons; i++) {
                deltas[i] = z[i] > 0.0 ? deltas[i] : SLOPE * deltas[i];
            }
        }
    },

    /** {@code z} where it is positive, else {@code eᶻ - 1} (Clevert, Unterthiner and Hochreiter, 2016; α = 1). */
    ELU(
            new Formula("a = z for z > 0, else eᶻ − 1", "ELU lets positive sums through and bends others to −1."),
            new Range(-1.0, Double.POSITIVE_INFINITY),
            Slope.RISING,
            "return np.where(z > 0, z, np.expm1(np.minimum(z, 0)))") {
        @Override
        void apply(Kernels kernels, double[] z, double[] a, int rows, int neurons) {
            kernels.expm1(z, a, rows * neurons);
            for (int i = 0; i < rows * neurons; i++) {
                a[i] = z[i] > 0.0 ? z[i] : a[i];
            }
        }

        @Override
        void multiplyByDerivative(Kernels kernels, double[] z, double[] a, double[] deltas, int rows, int neurons) {
            for (int i = 0; i < rows * neurons; i++) {
                deltas[i] = z[i] > 0.0 ? deltas[i] : deltas[i] * (a[i] + 1.0);
            }
        }
    },

    /** {@code ln(1 + eᶻ)}, positive. */
    SOFTPLUS(
            new Formula("a = ln(1 + eᶻ)", "Softplus is ReLU without its kink."),
            new Range(0.0, Double.POSITIVE_INFINITY),
            Slope.RISING,
            "return np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z)))") {
        @Override
        void apply(Kernels kernels, double[] z, double[] a, int rows, int neurons) {
            kernels.softplus(z, a, rows * neurons);
        }

        @Override
        void multiplyByDerivative(Kernels kernels, double[] z, double[] a, double[] deltas, int rows, int neurons) {
            kernels.sigmoid(z, a, rows * neurons);
            for (int i = 0; i < rows * neurons; i++) {
                deltas[i] *= a[i];
            }
        }
    },

    /** {@code z / (1 + e⁻ᶻ)}, also called swish; at least -0.278465. */
    SILU(
            new Formula("a = z / (1 + e⁻ᶻ)", "SiLU multiplies each sum with its sigmoid."),
            new Range(-0.278465, Double.POSITIVE_INFINITY),
            Slope.TURNING,
            """
            e = np.exp(-np.abs(z))  # Never overflows.
            return z * np.where(z >= 0, 1, e) / (1 + e)
            """) {
        @Override
        void apply(Kernels kernels, double[] z, double[] a, int rows, int neurons) {
            kernels.sigmoid(z, a, rows * neurons);
            for (int i = 0; i < rows * neurons; i++) {
                a[i] *= z[i];
            }
        }

        @Override
        void multiplyByDerivative(Kernels kernels, double[] z, double[] a, double[] deltas, int rows, int neurons) {
            kernels.sigmoid(z, a, rows * neurons);
            for (int i = 0; i < rows * neurons; i++) {
                deltas[i] *= a[i] * (1.0 + z[i] * (1.0 - a[i]));
            }
        }
    },

    /** {@code z · Φ(z)} with Φ the normal distribution, exactly (Hendrycks and Gimpel, 2016); at least -0.169972. */
    GELU(
            new Formula("a = z · Φ(z)", "GELU multiplies each sum with the share of the bell curve left of it."),
            new Range(-0.169972, Double.POSITIVE_INFINITY),
            Slope.TURNING,
            """
            erf = np.vectorize(math.erf, otypes=[float])
            return z * (0.5 * erf(z * math.sqrt(0.5)) + 0.5)
            """) {
        @Override
        void apply(Kernels kernels, double[] z, double[] a, int rows, int neurons) {
            normalDistribution(kernels, z, a, rows * neurons);
            for (int i = 0; i < rows * neurons; i++) {
                a[i] *= z[i];
            }
        }

        @Override
        void multiplyByDerivative(Kernels kernels, double[] z, double[] a, double[] deltas, int rows, int neurons) {
            int length = rows * neurons;
            normalDistribution(kernels, z, a, length);
            for (int i = 0; i < length; i++) {
                a[i] *= deltas[i];
                deltas[i] *= z[i] * NORMAL_DENSITY_AT_0;
                z[i] *= -0.5 * z[i];
            }
            kernels.exp(z, z, length);
            for (int i = 0; i < length; i++) {
                deltas[i] = Math.fma(deltas[i], z[i], a[i]);
            }
        }

        private static void normalDistribution(Kernels kernels, double[] z, double[] a, int length) {
            for (int i = 0; i < length; i++) {
                a[i] = z[i] * SQRT_HALF;
            }
            kernels.erf(a, a, length);
            for (int i = 0; i < length; i++) {
                a[i] = Math.fma(a[i], 0.5, 0.5);
            }
        }
    },

    /** {@code z · tanh(ln(1 + eᶻ))}, called mish (Misra, 2020); at least -0.308844. */
    MISH(
            new Formula(
                    "a = z · tanh(ln(1 + eᶻ))",
                    "Mish multiplies each sum with the hyperbolic tangent of its softplus."),
            new Range(-0.308844, Double.POSITIVE_INFINITY),
            Slope.TURNING,
            "return z * np.tanh(np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z))))") {
        @Override
        void apply(Kernels kernels, double[] z, double[] a, int rows, int neurons) {
            tanhOfSoftplus(kernels, z, a, rows * neurons);
            for (int i = 0; i < rows * neurons; i++) {
                a[i] *= z[i];
            }
        }

        /** {@code t + z · (1 - t²) · σ(z)} with t the hyperbolic tangent of the softplus. */
        @Override
        void multiplyByDerivative(Kernels kernels, double[] z, double[] a, double[] deltas, int rows, int neurons) {
            int length = rows * neurons;
            tanhOfSoftplus(kernels, z, a, length);
            for (int i = 0; i < length; i++) {
                double t = a[i];
                a[i] = t * deltas[i];
                deltas[i] *= z[i] * (1.0 - t * t);
            }
            kernels.sigmoid(z, z, length);
            for (int i = 0; i < length; i++) {
                deltas[i] = Math.fma(deltas[i], z[i], a[i]);
            }
        }

        private static void tanhOfSoftplus(Kernels kernels, double[] z, double[] a, int length) {
            kernels.softplus(z, a, length);
            kernels.tanh(a, a, length);
        }
    },

    /** {@code exp(-z²)}, a bell between 0 and 1. */
    GAUSSIAN(
            new Formula("a = e^(−z²)", "The Gaussian is 1 for a sum of 0, and falls to 0 on both sides."),
            new Range(0.0, 1.0),
            Slope.TURNING,
            "return np.exp(-z * z)") {
        @Override
        void apply(Kernels kernels, double[] z, double[] a, int rows, int neurons) {
            for (int i = 0; i < rows * neurons; i++) {
                a[i] = -z[i] * z[i];
            }
            kernels.exp(a, a, rows * neurons);
        }

        @Override
        void multiplyByDerivative(Kernels kernels, double[] z, double[] a, double[] deltas, int rows, int neurons) {
            for (int i = 0; i < rows * neurons; i++) {
                deltas[i] *= -2.0 * z[i] * a[i];
            }
        }
    },

    /** {@code z}: any number. */
    IDENTITY(
            new Formula("a = z", "The sums are taken as they are."),
            new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
            Slope.RISING,
            "%s") {
        @Override
        void apply(Kernels kernels, double[] z, double[] a, int rows, int neurons) {
            System.arraycopy(z, 0, a, 0, rows * neurons);
        }

        @Override
        void multiplyByDerivative(Kernels kernels, double[] z, double[] a, double[] deltas, int rows, int neurons) {
            // The derivative is 1.
        }
    },

    /** {@code exp(zⱼ) / Σ exp(z)} over a row: positive, and 1 in all. For output layers. */
    SOFTMAX(
            new Formula(
                    "aⱼ = e^zⱼ / Σ e^z",
                    "Softmax makes the sums of a row positive and 1 in all, as probabilities of the classes."),
            new Range(0.0, 1.0),
            Slope.RISING,
            """
            e = np.exp(z - z.max(axis=1, keepdims=True))
            return e / e.sum(axis=1, keepdims=True)
            """) {
        @Override
        void apply(Kernels kernels, double[] z, double[] a, int rows, int neurons) {
            for (int from = 0; from < rows * neurons; from += neurons) {
                double largest = largest(z, from, neurons);
                for (int j = from; j < from + neurons; j++) {
                    a[j] = z[j] - largest;
                }
            }
            kernels.exp(a, a, rows * neurons);
            for (int from = 0; from < rows * neurons; from += neurons) {
                double sum = 0.0;
                for (int j = from; j < from + neurons; j++) {
                    sum += a[j];
                }
                for (int j = from; j < from + neurons; j++) {
                    a[j] /= sum;
                }
            }
        }

        @Override
        void multiplyByDerivative(Kernels kernels, double[] z, double[] a, double[] deltas, int rows, int neurons) {
            for (int from = 0; from < rows * neurons; from += neurons) {
                double mean = 0.0;
                for (int j = from; j < from + neurons; j++) {
                    mean = Math.fma(a[j], deltas[j], mean);
                }
                for (int j = from; j < from + neurons; j++) {
                    deltas[j] = a[j] * (deltas[j] - mean);
                }
            }
        }
    };

    private static final double SQRT_HALF = 0x1.6a09e667f3bcdp-1;
    /** {@code 1 / √(2π)}. */
    private static final double NORMAL_DENSITY_AT_0 = 0x1.9884533d43651p-2;

    private final Formula formula;
    private final Range range;
    private final Slope slope;
    private final String numpy;

    Activation(Formula formula, Range range, Slope slope, String numpy) {
        this.formula = formula;
        this.range = range;
        this.slope = slope;
        this.numpy = numpy;
    }

    /** What makes activations of weighted sums. */
    public Formula formula() {
        return formula;
    }

    /** The numbers that an activation can come to. */
    public Range range() {
        return range;
    }

    public Slope slope() {
        return slope;
    }

    /**
     * The function in Python over an array {@code z} of rows × neurons, with numpy as {@code np}: the body of a
     * function, which returns the activations, or, where numpy has the function, an expression with {@code %s} for z.
     * As precise, and as safe from overflow, as the service's own.
     */
    public String numpy() {
        return numpy;
    }

    /**
     * {@code a = f(z)}, element by element (softmax: row by row).
     *
     * @param z the weighted sums
     * @param a overwritten
     */
    abstract void apply(Kernels kernels, double[] z, double[] a, int rows, int neurons);

    /**
     * {@code deltas = deltas · f′(z)}, element by element (softmax: row by row).
     *
     * @param z the weighted sums; may be overwritten
     * @param a the activations, {@code f(z)}; may be overwritten
     * @param deltas changed in place
     */
    abstract void multiplyByDerivative(Kernels kernels, double[] z, double[] a, double[] deltas, int rows, int neurons);

    /** The largest of {@code count} numbers from index {@code from}. */
    static double largest(double[] z, int from, int count) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int j = from; j < from + count; j++) {
            largest = Math.max(largest, z[j]);
        }
        return largest;
    }
}
