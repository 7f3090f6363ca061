package dev.feedforward.training.request;

import dev.feedforward.model.settings.EarlyStoppingSettings;
import dev.feedforward.model.settings.OptimizerSettings;
import dev.feedforward.nn.Activation;
import dev.feedforward.nn.Initializer;
import dev.feedforward.nn.Loss;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the defaults of a request come from. */
public enum Preset {

    /** Exactly the course's recipe: 10,000 iterations of gradient descent over the full batch, sigmoid, no biases. */
    COURSE(
            "Plain gradient descent over all rows, exactly as in the course.",
            new Defaults(
                    List.of(new HiddenLayer(4, null, null, null)), Activation.SIGMOID, false, Initializer.COURSE, 1.0),
            OptimizerSettings.SGD,
            null),

    /** Tells classes apart: softmax and cross-entropy, or for one output of 0 or 1 sigmoid and binary cross-entropy. */
    CLASSIFIER(
            "Tells classes apart: ReLU, Adam, mini-batches, scaled inputs, stops by itself.",
            Defaults.MODERN,
            OptimizerSettings.named(OptimizerSettings.Name.ADAM),
            32) {
        @Override
        Activation outputActivation(int outputs) {
            return outputs == 1 ? Activation.SIGMOID : Activation.SOFTMAX;
        }

        @Override
        Loss loss(int outputs) {
            return outputs == 1 ? Loss.BINARY_CROSS_ENTROPY : Loss.CROSS_ENTROPY;
        }
    },

    /** Fits numbers: identity output, mean squared error, standardised answers. */
    REGRESSOR(
            "Fits numbers: the same, with a plain output and the squared error.",
            Defaults.MODERN,
            OptimizerSettings.named(OptimizerSettings.Name.ADAM),
            32) {
        @Override
        Activation outputActivation(int outputs) {
            return Activation.IDENTITY;
        }

        @Override
        Loss loss(int outputs) {
            return Loss.MEAN_SQUARED_ERROR;
        }
    };

    /**
     * With fewer rows than this all are learned from, for as long as was said: a tenth of them is under 30 rows, whose
     * loss wavers so much that the best epoch is found by chance. On 120 irises, early stopping cost five points of the
     * test accuracy.
     */
    private static final int LEAST_ROWS_TO_VALIDATE = 300;

    private static final EarlyStoppingSettings PATIENT = new EarlyStoppingSettings(20, 0.0, true);

    /** What it is for, a sentence. */
    final String words;

    final Defaults defaults;
    final OptimizerSettings optimizer;
    final @Nullable Integer batchSize;

    Preset(String words, Defaults defaults, OptimizerSettings optimizer, @Nullable Integer batchSize) {
        this.words = words;
        this.defaults = defaults;
        this.optimizer = optimizer;
        this.batchSize = batchSize;
    }

    /** The defaults of a network. */
    record Defaults(
            List<HiddenLayer> hidden,
            Activation activation,
            boolean bias,
            Initializer initializer,
            double learningRate) {

        static final Defaults MODERN = new Defaults(
                List.of(new HiddenLayer(64, null, null, null)), Activation.RELU, true, Initializer.HE_NORMAL, 0.002);
    }

    /** Whether the preset is the course's. */
    boolean isCourse() {
        return this == COURSE;
    }

    Activation outputActivation(int outputs) {
        return Activation.SIGMOID;
    }

    Loss loss(int outputs) {
        return Loss.HALF_SUM_SQUARED_ERROR;
    }

    double l2() {
        return isCourse() ? 0.0 : 0.001;
    }

    double validationFraction(int rows) {
        return isCourse() || rows < LEAST_ROWS_TO_VALIDATE ? 0.0 : 0.1;
    }

    @Nullable
    EarlyStoppingSettings earlyStopping(int rows) {
        return validationFraction(rows) == 0.0 ? null : PATIENT;
    }

    /** Epochs where neither these nor iterations are said; null for those of the course, which counts in iterations. */
    @Nullable
    Integer epochs() {
        return isCourse() ? null : 200;
    }

    /** Iterations where neither these nor epochs are said: 10,000, or {@link #epochs}. */
    long iterations(long iterationsAnEpoch) {
        Integer epochs = epochs();
        return epochs == null ? 10_000 : epochs * iterationsAnEpoch;
    }

    /** Iterations from one recorded point to the next: 10, or what makes 500 points. */
    long recordEvery(long iterations) {
        return isCourse() ? 10 : Math.max(1, iterations / 500);
    }
}
