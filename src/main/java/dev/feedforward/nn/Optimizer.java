package dev.feedforward.nn;

/** How the weights are corrected by the gradient of the loss. */
public enum Optimizer {

    /** Gradient descent: {@code W = W - learningRate · ∂loss/∂W}. */
    SGD {
        @Override
        void correct(Parameters parameters, Parameters gradient, double learningRate) {
            parameters.addScaled(-learningRate, gradient);
        }
    };

    /**
     * Corrects every weight and bias once.
     *
     * @param parameters changed in place
     * @param gradient of the same shape
     */
    abstract void correct(Parameters parameters, Parameters gradient, double learningRate);
}
