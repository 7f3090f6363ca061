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
    SIGMOID {
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
    TANH {
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
    RELU {
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
    LEAKY_RELU {
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
    ELU {
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
    SOFTPLUS {
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

    /** {@code z / (1 + e⁻ᶻ)}, also called swish. */
    SILU {
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

    /** {@code z · Φ(z)} with Φ the normal distribution, exactly (Hendrycks and Gimpel, 2016). */
    GELU {
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

    /** {@code exp(-z²)}, a bell between 0 and 1. */
    GAUSSIAN {
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
    IDENTITY {
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
    SOFTMAX {
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
