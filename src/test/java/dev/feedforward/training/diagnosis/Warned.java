package dev.feedforward.training.diagnosis;

import dev.feedforward.nn.Activation;
import dev.feedforward.nn.Architecture;
import dev.feedforward.nn.LayerSpec;
import dev.feedforward.nn.Matrix;
import dev.feedforward.nn.Samples;
import java.util.ArrayList;
import java.util.List;

/** Networks and rows that tests of warnings share. */
final class Warned {

    static final double[][] ALL_PAIRS = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};

    private Warned() {}

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
