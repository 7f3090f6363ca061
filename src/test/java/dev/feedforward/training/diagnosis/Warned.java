package dev.feedforward.training.diagnosis;

import dev.feedforward.model.settings.OptimizerSettings;
import dev.feedforward.model.settings.ScheduleSettings;
import dev.feedforward.model.settings.TrainingSettings;
import dev.feedforward.nn.Activation;
import dev.feedforward.nn.Architecture;
import dev.feedforward.nn.LayerSpec;
import dev.feedforward.nn.Loss;
import dev.feedforward.nn.data.Matrix;
import dev.feedforward.nn.data.Samples;
import java.util.ArrayList;
import java.util.List;

/** Networks and rows that tests of warnings share. */
final class Warned {

    static final double[][] ALL_PAIRS = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};

    private Warned() {}

    /** Gradient descent as the course does it, with nothing said that would keep a fix from working. */
    static Setup setup(Architecture architecture, boolean standardizeInputs) {
        TrainingSettings settings = new TrainingSettings(
                10_000,
                null,
                false,
                OptimizerSettings.SGD,
                1.0,
                ScheduleSettings.CONSTANT,
                Loss.HALF_SUM_SQUARED_ERROR,
                0.0,
                0.0,
                null,
                0.0,
                null,
                null,
                null,
                standardizeInputs,
                false,
                1,
                10);
        return new Setup(architecture, null, settings, new Said(List.of(), false, false));
    }

    /** Warnings about rows of numbers that are given to the network as they are. */
    static List<Warning> before(Architecture architecture, Samples rows, boolean standardizeInputs) {
        return new Diagnosis(setup(architecture, standardizeInputs)).beforeTraining(rows, rows.answers(), null);
    }

    static Samples xor() {
        return new Samples(Matrix.of(ALL_PAIRS), column(0, 1, 1, 0));
    }

    static Matrix column(double... values) {
        return new Matrix(values.length, 1, values);
    }

    /** A network whose last layer is sigmoid. */
    static Architecture architecture(int inputs, Activation hidden, boolean bias, int... neurons) {
        List<LayerSpec> layers = new ArrayList<>();
        for (int i = 0; i < neurons.length; i++) {
            layers.add(new LayerSpec(neurons[i], i == neurons.length - 1 ? Activation.SIGMOID : hidden, bias));
        }
        return new Architecture(inputs, layers);
    }
}
