package dev.feedforward.training.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.nn.Activation;
import dev.feedforward.nn.Architecture;
import dev.feedforward.nn.Network;
import dev.feedforward.nn.Parameters;
import dev.feedforward.nn.data.Matrix;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LayerActivityTests {

    private static final Matrix PAIRS = Matrix.of(Warned.ALL_PAIRS);

    @Test
    void countsReluNeuronsThatAnswerNothingToAnyRow() {
        Network network = network(Warned.architecture(2, Activation.RELU, true, 3, 2, 1));
        // The first layer's second neuron is always negative, and so are both of the second layer.
        set(network.parameters().weights(0), 1, -1, 1, 1, -1, 0);
        set(network.parameters().biases(0), 0, -0.5, 0);
        set(network.parameters().weights(1), -1, -1, -1, -1, -1, -1);

        List<LayerActivity> layers = LayerActivity.of(network, PAIRS);

        assertThat(layers).hasSize(2);
        assertThat(layers.get(0).deadNeurons(false)).hasValueSatisfying(warning -> {
            assertThat(warning.code()).isEqualTo("dead_relu");
            assertThat(warning.detail())
                    .startsWith(
                            "1 of the 3 neurons of hidden layer 1 (counted from 1) answers 0 to all 4 training rows");
        });
        assertThat(layers.get(1).deadNeurons(false))
                .hasValueSatisfying(warning -> assertThat(warning.detail()).startsWith("2 of the 2"));
        assertThat(layers.get(0).saturation()).isEmpty();
        assertThat(layers.get(0).deadNeurons(true)).isEmpty();
        assertThat(layers.get(1).deadNeurons(true)).isPresent();
    }

    @Test
    void findsSigmoidAndTanhLayersAtTheirLimits() {
        for (Activation activation : new Activation[] {Activation.SIGMOID, Activation.TANH}) {
            Network network = network(Warned.architecture(2, activation, true, 2, 1));
            set(network.parameters().weights(0), 40, -40, 40, -40);
            set(network.parameters().biases(0), -20, 20);

            LayerActivity layer = LayerActivity.of(network, PAIRS).get(0);

            assertThat(layer.saturation()).hasValueSatisfying(warning -> {
                assertThat(warning.code()).isEqualTo("saturated");
                assertThat(warning.detail())
                        .startsWith("100 % of the activations of hidden layer 1")
                        .contains("within 0.001 of the limits of");
            });
            assertThat(layer.deadNeurons(false)).isEmpty();
        }
    }

    @Test
    void allowsLayersThatStillMove() {
        Network network = network(Warned.architecture(2, Activation.TANH, true, 2, 1));
        set(network.parameters().weights(0), 1, -40, 1, -40);
        set(network.parameters().biases(0), -1, 20);

        LayerActivity layer = LayerActivity.of(network, PAIRS).get(0);

        assertThat(layer.saturation()).isEmpty();
    }

    @Test
    void looksAtSomeRowsOfAVeryLargeTraining() {
        Network network = network(Warned.architecture(1_000, Activation.RELU, false, 500, 1));
        Matrix inputs =
                new Matrix(1_000, 1_000, new Random(1).doubles(1_000_000).toArray());

        assertThat(LayerActivity.of(network, inputs).get(0).deadNeurons(false))
                .hasValueSatisfying(warning ->
                        assertThat(warning.detail()).contains("199 evenly chosen of the 1,000 training rows"));
    }

    @Test
    void hasNothingToWatchWithoutAHiddenLayer() {
        assertThat(LayerActivity.of(network(Warned.architecture(2, Activation.RELU, true, 1)), PAIRS))
                .isEmpty();
    }

    private static Network network(Architecture architecture) {
        return new Network(architecture, new Parameters(architecture));
    }

    private static void set(double[] weights, double... values) {
        System.arraycopy(values, 0, weights, 0, values.length);
    }
}
