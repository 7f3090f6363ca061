package dev.feedforward.nn;

import dev.feedforward.nn.kernel.Kernels;

/**
 * An activation function and its derivative.
 *
 * <p>The derivative is told both {@code z}, the weighted sums, and {@code a}, the activations that came of them, as
 * each function is cheapest in one of the two.
 */
public enum Activation {

    /** {@code 1 / (1 + e⁻ᶻ)}, between 0 and 1. */
    SIGMOID {
        @Override
        public void apply(double[] z, double[] a, int length) {
            Kernels.sigmoid(z, a, length);
        }

        @Override
        public void multiplyByDerivative(double[] z, double[] a, double[] deltas, int length) {
            for (int i = 0; i < length; i++) {
                deltas[i] *= a[i] * (1.0 - a[i]);
            }
        }
    },

    /** {@code tanh(z)}, between -1 and 1. */
    TANH {
        @Override
        public void apply(double[] z, double[] a, int length) {
            Kernels.tanh(z, a, length);
        }

        @Override
        public void multiplyByDerivative(double[] z, double[] a, double[] deltas, int length) {
            for (int i = 0; i < length; i++) {
                deltas[i] *= 1.0 - a[i] * a[i];
            }
        }
    },

    /** {@code max(0, z)}; its derivative at 0 is taken as 0. */
    RELU {
        @Override
        public void apply(double[] z, double[] a, int length) {
            for (int i = 0; i < length; i++) {
                a[i] = Math.max(0.0, z[i]);
            }
        }

        @Override
        public void multiplyByDerivative(double[] z, double[] a, double[] deltas, int length) {
            for (int i = 0; i < length; i++) {
                deltas[i] = z[i] > 0.0 ? deltas[i] : 0.0;
            }
        }
    },

    /** {@code z}: any number. */
    IDENTITY {
        @Override
        public void apply(double[] z, double[] a, int length) {
            System.arraycopy(z, 0, a, 0, length);
        }

        @Override
        public void multiplyByDerivative(double[] z, double[] a, double[] deltas, int length) {
            // The derivative is 1.
        }
    };

    /**
     * {@code a = f(z)}, element by element.
     *
     * @param z the weighted sums
     * @param a overwritten
     * @param length how many elements, of the first
     */
    public abstract void apply(double[] z, double[] a, int length);

    /**
     * {@code deltas = deltas · f′(z)}, element by element.
     *
     * @param z the weighted sums
     * @param a the activations, {@code f(z)}
     * @param deltas changed in place
     * @param length how many elements, of the first
     */
    public abstract void multiplyByDerivative(double[] z, double[] a, double[] deltas, int length);
}
