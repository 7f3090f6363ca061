package dev.feedforward.nn;

import dev.feedforward.nn.random.NumpyRandom;
import dev.feedforward.nn.random.SplitMix64;

/**
 * How the weights are drawn before training. Biases start at 0. {@code in} and {@code out} are the numbers that a layer
 * is given and its neurons.
 */
public enum Initializer {

    /**
     * Uniform in [-1, 1) from the legacy generator of numpy, layer by layer, row by row: the weights that
     * {@code numpy.random.seed(seed)} and {@code 2 * numpy.random.random((in, out)) - 1} give.
     */
    COURSE {
        @Override
        public void fill(Parameters parameters, Architecture architecture, long seed) {
            NumpyRandom random = new NumpyRandom(seed);
            for (int l = 0; l < parameters.layers(); l++) {
                double[] weights = parameters.weights(l);
                for (int i = 0; i < weights.length; i++) {
                    weights[i] = 2.0 * random.nextDouble() - 1.0;
                }
            }
        }
    },

    /** Uniform in ±√(6 / (in + out)) (Glorot and Bengio, 2010): for sigmoid, tanh and softmax. */
    GLOROT_UNIFORM {
        @Override
        double draw(SplitMix64 random, int in, int out) {
            return uniform(random, Math.sqrt(6.0 / ((double) in + out)));
        }
    },

    /** Normal with deviation √(2 / (in + out)) (Glorot and Bengio, 2010): for sigmoid, tanh and softmax. */
    GLOROT_NORMAL {
        @Override
        double draw(SplitMix64 random, int in, int out) {
            return random.nextGaussian() * Math.sqrt(2.0 / ((double) in + out));
        }
    },

    /** Uniform in ±√(6 / in) (He, Zhang, Ren and Sun, 2015): for ReLU and its kin. */
    HE_UNIFORM {
        @Override
        double draw(SplitMix64 random, int in, int out) {
            return uniform(random, Math.sqrt(6.0 / in));
        }
    },

    /** Normal with deviation √(2 / in) (He, Zhang, Ren and Sun, 2015): for ReLU and its kin. */
    HE_NORMAL {
        @Override
        double draw(SplitMix64 random, int in, int out) {
            return random.nextGaussian() * Math.sqrt(2.0 / in);
        }
    },

    /** All 0: for networks without a hidden layer, as neurons that start alike stay alike. */
    ZEROS {
        @Override
        double draw(SplitMix64 random, int in, int out) {
            return 0.0;
        }
    };

    /**
     * Overwrites the weights.
     *
     * @param seed any; for {@link #COURSE} from 0 to 2³²-1
     * @throws IllegalArgumentException if the seed is outside of that
     */
    public void fill(Parameters parameters, Architecture architecture, long seed) {
        SplitMix64 random = SplitMix64.forPurpose(seed, "weights");
        for (int l = 0; l < parameters.layers(); l++) {
            double[] weights = parameters.weights(l);
            int out = architecture.layers().get(l).neurons();
            for (int i = 0; i < weights.length; i++) {
                weights[i] = draw(random, architecture.fanIn(l), out);
            }
        }
    }

    /** One weight. */
    double draw(SplitMix64 random, int in, int out) {
        throw new UnsupportedOperationException(this + " draws all weights at once");
    }

    private static double uniform(SplitMix64 random, double bound) {
        return bound * (2.0 * random.nextDouble() - 1.0);
    }
}
