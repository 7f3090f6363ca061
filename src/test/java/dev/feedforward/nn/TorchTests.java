package dev.feedforward.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.feedforward.nn.data.Matrix;
import dev.feedforward.nn.training.Trainer;
import dev.feedforward.nn.training.TrainingRows;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trainings step by step against PyTorch's, to ten digits. */
class TorchTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bce-tanh-adam",
                "ce-leakyrelu-adamw",
                "ce-relu-adam",
                "halfsum-nobias-sgd",
                "huber-softplus-adagrad",
                "mae-silu-sgd",
                "mse-elu-rmsprop",
                "mse-gaussian-sgd",
                "mse-gelu-l2-sgd",
                "mse-relu-nesterov",
                "mse-sigmoid-sgd",
                "mse-tanh-deep-momentum"
            })
    void followsPyTorch(String name) {
        TorchReference reference = TorchReference.load(name);
        Network network = new Network(reference.architecture(), reference.parameters(reference.initial()));
        Recording recording = new Recording();

        new Trainer(network, TrainingRows.of(reference.training()), reference.plan()).train(recording);

        assertThat(recording.losses).hasSameSizeAs(reference.lossBeforeStep());
        for (int i = 0; i < recording.losses.size(); i++) {
            double expected = reference.lossBeforeStep()[i];
            assertThat(recording.losses.get(i))
                    .describedAs("loss before step %d", i)
                    .isCloseTo(expected, near(expected));
        }
        double[][] expected = reference.parameters(reference.last()).arrays();
        for (int i = 0; i < expected.length; i++) {
            assertClose(network.parameters().arrays()[i], expected[i]);
        }
        assertClose(
                network.outputs(Matrix.of(reference.inputs())).values(),
                Matrix.of(reference.outputs()).values());
    }

    private static void assertClose(double[] actual, double[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], near(expected[i]));
        }
    }

    private static Offset<Double> near(double expected) {
        return within(1e-10 * Math.abs(expected));
    }
}
