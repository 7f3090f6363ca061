package dev.feedforward.nn.training;

import dev.feedforward.nn.Parameters;

/**
 * What is done to a gradient before the optimizer sees it: penalties on large weights, then clipping.
 *
 * @param l1 λ of {@code λ Σ |w|}, 0 for none
 * @param l2 λ of {@code ½ λ Σ w²}, 0 for none; biases count, as in PyTorch's weight_decay
 * @param maxNorm the longest that the gradient of all parameters together may be, infinite for any
 * @param maxValue the largest that one derivative may be, infinite for any
 */
public record Regularization(double l1, double l2, double maxNorm, double maxValue) {

    /** Nothing is done. */
    public static final Regularization NONE =
            new Regularization(0.0, 0.0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** Against a division by 0, as in PyTorch's clip_grad_norm_. */
    private static final double EPSILON = 1e-6;

    /** Changes {@code gradient} in place. */
    void apply(Parameters parameters, Parameters gradient) {
        if (l1 != 0.0 || l2 != 0.0) {
            penalize(parameters, gradient);
        }
        if (maxNorm < Double.POSITIVE_INFINITY) {
            clipNorm(gradient);
        }
        if (maxValue < Double.POSITIVE_INFINITY) {
            clipValues(gradient);
        }
    }

    private void penalize(Parameters parameters, Parameters gradient) {
        for (int i = 0; i < gradient.arrays().length; i++) {
            double[] w = parameters.arrays()[i];
            double[] g = gradient.arrays()[i];
            for (int j = 0; j < g.length; j++) {
                g[j] += l2 * w[j] + l1 * Math.signum(w[j]);
            }
        }
    }

    /** Pascanu, Mikolov and Bengio, "On the difficulty of training recurrent neural networks", 2013. */
    private void clipNorm(Parameters gradient) {
        double squares = 0.0;
        for (double[] g : gradient.arrays()) {
            for (double derivative : g) {
                squares = Math.fma(derivative, derivative, squares);
            }
        }
        double factor = maxNorm / (Math.sqrt(squares) + EPSILON);
        if (factor < 1.0) {
            for (double[] g : gradient.arrays()) {
                for (int j = 0; j < g.length; j++) {
                    g[j] *= factor;
                }
            }
        }
    }

    private void clipValues(Parameters gradient) {
        for (double[] g : gradient.arrays()) {
            for (int j = 0; j < g.length; j++) {
                g[j] = Math.max(-maxValue, Math.min(maxValue, g[j]));
            }
        }
    }
}
