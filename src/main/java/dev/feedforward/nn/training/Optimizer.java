package dev.feedforward.nn.training;

import dev.feedforward.nn.Parameters;

/**
 * Update rule of the weights by the gradient of the loss. {@code w} is a weight or bias, {@code g} its derivative,
 * {@code η} the learning rate and {@code t} counts corrections from 1. Definitions and defaults are PyTorch's.
 */
public sealed interface Optimizer {

    /** How many numbers a parameter the optimizer remembers. */
    int memory();

    /**
     * Corrects the numbers of one array.
     *
     * @param w changed in place
     * @param g the derivatives
     * @param memory {@link #memory()} arrays of the same length, changed in place; all 0 before the first correction
     */
    void correct(double[] w, double[] g, double[][] memory, double learningRate, long t);

    /**
     * Corrects all weights and biases once.
     *
     * @param parameters changed in place
     * @param state changed in place
     */
    default void correct(Parameters parameters, Parameters gradient, OptimizerState state, double learningRate) {
        long t = state.next();
        for (int i = 0; i < parameters.arrays().length; i++) {
            correct(parameters.arrays()[i], gradient.arrays()[i], state.memory(i), learningRate, t);
        }
    }

    /** Gradient descent: {@code w = w - η · g}. */
    record Sgd() implements Optimizer {

        @Override
        public int memory() {
            return 0;
        }

        @Override
        public void correct(double[] w, double[] g, double[][] memory, double learningRate, long t) {
            for (int i = 0; i < w.length; i++) {
                w[i] = Math.fma(-learningRate, g[i], w[i]);
            }
        }
    }

    /**
     * Gradient descent with momentum: {@code v = μ · v + g}, {@code w = w - η · v}; Nesterov's looks ahead, {@code w =
     * w - η · (g + μ · v)} (Sutskever et al., "On the importance of initialization and momentum in deep learning",
     * 2013).
     *
     * @param momentum μ, by default 0.9
     */
    record Momentum(double momentum, boolean nesterov) implements Optimizer {

        @Override
        public int memory() {
            return 1;
        }

        @Override
        public void correct(double[] w, double[] g, double[][] memory, double learningRate, long t) {
            double[] v = memory[0];
            for (int i = 0; i < w.length; i++) {
                v[i] = Math.fma(momentum, v[i], g[i]);
                double step = nesterov ? Math.fma(momentum, v[i], g[i]) : v[i];
                w[i] = Math.fma(-learningRate, step, w[i]);
            }
        }
    }

    /**
     * Smaller steps where the derivatives have been large: {@code s = s + g²}, {@code w = w - η · g / (√s + ε)} (Duchi,
     * Hazan and Singer, "Adaptive subgradient methods for online learning and stochastic optimization", JMLR 12, 2011).
     *
     * @param epsilon ε, by default 1e-10
     */
    record Adagrad(double epsilon) implements Optimizer {

        @Override
        public int memory() {
            return 1;
        }

        @Override
        public void correct(double[] w, double[] g, double[][] memory, double learningRate, long t) {
            double[] s = memory[0];
            for (int i = 0; i < w.length; i++) {
                s[i] = Math.fma(g[i], g[i], s[i]);
                w[i] -= learningRate * g[i] / (Math.sqrt(s[i]) + epsilon);
            }
        }
    }

    /**
     * Smaller steps where the derivatives have been large of late: {@code s = α · s + (1 - α) · g²}, {@code w = w - η ·
     * g / (√s + ε)} (Tieleman and Hinton, "Lecture 6.5: RMSProp", 2012).
     *
     * @param alpha α, by default 0.99
     * @param epsilon ε, by default 1e-8
     */
    record RmsProp(double alpha, double epsilon) implements Optimizer {

        @Override
        public int memory() {
            return 1;
        }

        @Override
        public void correct(double[] w, double[] g, double[][] memory, double learningRate, long t) {
            double[] s = memory[0];
            for (int i = 0; i < w.length; i++) {
                s[i] = alpha * s[i] + (1.0 - alpha) * g[i] * g[i];
                w[i] -= learningRate * g[i] / (Math.sqrt(s[i]) + epsilon);
            }
        }
    }

    /**
     * Steps as large as those of late, by the derivatives of late: {@code s = ρ · s + (1 - ρ) · g²}, {@code δ = g · √(u
     * + ε) / √(s + ε)}, {@code u = ρ · u + (1 - ρ) · δ²}, {@code w = w - η · δ} (Zeiler, "Adadelta: an adaptive
     * learning rate method", 2012).
     *
     * @param rho ρ, by default 0.9
     * @param epsilon ε, by default 1e-6
     */
    record Adadelta(double rho, double epsilon) implements Optimizer {

        @Override
        public int memory() {
            return 2;
        }

        @Override
        public void correct(double[] w, double[] g, double[][] memory, double learningRate, long t) {
            double[] s = memory[0];
            double[] u = memory[1];
            for (int i = 0; i < w.length; i++) {
                s[i] = rho * s[i] + (1.0 - rho) * g[i] * g[i];
                double delta = g[i] * Math.sqrt(u[i] + epsilon) / Math.sqrt(s[i] + epsilon);
                u[i] = rho * u[i] + (1.0 - rho) * delta * delta;
                w[i] -= learningRate * delta;
            }
        }
    }

    /**
     * Momentum and scale at once: {@code m = β₁ · m + (1 - β₁) · g}, {@code v = β₂ · v + (1 - β₂) · g²}, {@code w = w -
     * η · m̂ / (√v̂ + ε)} with {@code m̂ = m / (1 - β₁ᵗ)} and {@code v̂ = v / (1 - β₂ᵗ)} (Kingma and Ba, "Adam: a
     * method for stochastic optimization", 2015). With weight decay, {@code w = (1 - η · λ) · w} before each
     * correction, it is AdamW (Loshchilov and Hutter, "Decoupled weight decay regularization", 2019).
     *
     * @param beta1 β₁, by default 0.9
     * @param beta2 β₂, by default 0.999
     * @param epsilon ε, by default 1e-8
     * @param weightDecay λ; 0 for Adam, by default 0.01 for AdamW
     */
    record Adam(double beta1, double beta2, double epsilon, double weightDecay) implements Optimizer {

        @Override
        public int memory() {
            return 2;
        }

        @Override
        public void correct(double[] w, double[] g, double[][] memory, double learningRate, long t) {
            double[] m = memory[0];
            double[] v = memory[1];
            double decay = 1.0 - learningRate * weightDecay;
            double step = learningRate / (1.0 - StrictMath.pow(beta1, t));
            double root = Math.sqrt(1.0 - StrictMath.pow(beta2, t));
            for (int i = 0; i < w.length; i++) {
                m[i] = beta1 * m[i] + (1.0 - beta1) * g[i];
                v[i] = beta2 * v[i] + (1.0 - beta2) * g[i] * g[i];
                w[i] = decay * w[i] - step * m[i] / (Math.sqrt(v[i]) / root + epsilon);
            }
        }
    }
}
