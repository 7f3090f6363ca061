package dev.feedforward.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.feedforward.nn.data.Matrix;
import dev.feedforward.nn.data.Samples;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Back propagation against central differences of the loss. */
class GradientTests {

    private static final double STEP = 1e-6;

    static Stream<Arguments> networks() {
        return Stream.of(Activation.values())
                .filter(activation -> activation != Activation.SOFTMAX)
                .flatMap(activation -> Stream.of(Loss.values())
                        .flatMap(loss -> Stream.of(true, false).map(bias -> Arguments.of(activation, loss, bias))));
    }

    @ParameterizedTest(name = "{0}, {1}, bias {2}")
    @MethodSource("networks")
    void agreesWithFiniteDifferences(Activation activation, Loss loss, boolean bias) {
        Activation output = loss.needs() == null ? activation : loss.needs();
        checkGradient(activation, output, loss, bias);
    }

    @ParameterizedTest
    @EnumSource(Loss.class)
    void agreesWithFiniteDifferencesThroughSoftmax(Loss loss) {
        if (loss != Loss.BINARY_CROSS_ENTROPY) {
            checkGradient(Activation.TANH, Activation.SOFTMAX, loss, true);
        }
    }

    private static void checkGradient(Activation hidden, Activation output, Loss loss, boolean bias) {
        Architecture architecture = new Architecture(
                3,
                List.of(
                        new LayerSpec(5, hidden, bias),
                        new LayerSpec(4, hidden, !bias),
                        new LayerSpec(2, output, bias)));
        Network network = Network.initialized(architecture, Initializer.COURSE, 3);
        Samples samples = randomSamples(6, 3);
        Workspace workspace = new Workspace(architecture, 6);
        Gradient gradient = new Gradient(architecture, 6);

        network.forward(samples.inputs().toMatrix().values(), 6, workspace);
        network.backward(samples.inputs().toMatrix().values(), samples.answers().values(), loss, workspace, gradient);

        for (int i = 0; i < 6; i++) {
            assertDerivatives(
                    network,
                    samples,
                    loss,
                    network.parameters().arrays()[i],
                    gradient.parameters.arrays()[i]);
        }
    }

    private static void assertDerivatives(
            Network network, Samples samples, Loss loss, double[] parameters, double[] derivatives) {
        assertThat(derivatives).hasSameSizeAs(parameters);
        for (int i = 0; i < parameters.length; i++) {
            double kept = parameters[i];
            parameters[i] = kept + STEP;
            double above = network.evaluate(samples, loss).loss();
            parameters[i] = kept - STEP;
            double below = network.evaluate(samples, loss).loss();
            parameters[i] = kept;
            double expected = (above - below) / (2 * STEP);
            assertThat(derivatives[i]).isCloseTo(expected, within(1e-8 * Math.max(1, Math.abs(expected))));
        }
    }

    /** Answers that are probabilities, as the cross-entropies need them. */
    private static Samples randomSamples(int rows, int inputs) {
        Random random = new Random(11);
        double[] answers = new double[rows * 2];
        for (int i = 0; i < rows; i++) {
            answers[2 * i] = random.nextDouble();
            answers[2 * i + 1] = 1.0 - answers[2 * i];
        }
        return new Samples(
                new Matrix(
                        rows,
                        inputs,
                        random.doubles((long) rows * inputs, -1, 1).toArray()),
                new Matrix(rows, 2, answers));
    }
}
