package dev.feedforward.nn;

/** How the weights are drawn before training. Biases start at 0. */
public enum Initializer {

    /**
     * Uniform in [-1, 1) from the legacy generator of numpy, layer by layer, row by row: the weights that
     * {@code numpy.random.seed(seed)} and {@code 2 * numpy.random.random((inputs, neurons)) - 1} give.
     */
    COURSE {
        @Override
        void fill(Parameters parameters, long seed) {
            NumpyRandom random = new NumpyRandom(seed);
            for (int l = 0; l < parameters.layers(); l++) {
                double[] weights = parameters.weights(l);
                for (int i = 0; i < weights.length; i++) {
                    weights[i] = 2.0 * random.nextDouble() - 1.0;
                }
            }
        }
    };

    /**
     * Overwrites the weights.
     *
     * @param seed from 0 to 2³²-1
     * @throws IllegalArgumentException if the seed is outside of that
     */
    abstract void fill(Parameters parameters, long seed);
}
