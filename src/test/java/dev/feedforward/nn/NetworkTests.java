package dev.feedforward.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.feedforward.nn.data.Matrix;
import dev.feedforward.nn.data.Samples;
import dev.feedforward.nn.training.TrainingPlan;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NetworkTests {

    private static final Architecture ARCHITECTURE = new Architecture(
            3, List.of(new LayerSpec(4, Activation.RELU, true), new LayerSpec(2, Activation.IDENTITY, false)));

    @Test
    void countsWeightsAndBiases() {
        assertThat(ARCHITECTURE.parameters()).isEqualTo(3 * 4 + 4 + 4 * 2);
        assertThat(ARCHITECTURE.neurons()).isEqualTo(6);
        assertThat(ARCHITECTURE.outputs()).isEqualTo(2);
    }

    @Test
    void countsParametersOfLayersTooLargeToAllocate() {
        Architecture huge = new Architecture(
                1_000_000,
                List.of(
                        new LayerSpec(1_000_000, Activation.RELU, true),
                        new LayerSpec(1_000_000, Activation.RELU, true)));

        assertThat(huge.parameters()).isEqualTo(2_000_002_000_000L);
    }

    @Test
    void answersWhatTheFormulaSays() {
        Network network = new Network(ARCHITECTURE, new Parameters(ARCHITECTURE));
        fill(network.parameters().weights(0), 1, -1, 0.5, 2, 0, 1, -0.5, 1, 2, 2, 1, -3);
        fill(network.parameters().biases(0), 0.5, 0, -1, 1);
        fill(network.parameters().weights(1), 1, 0, 0, 1, 2, -1, 0.5, 3);

        // z = (1+0+6+0.5, -1+2+6, 0.5-1+3-1, 2+2-9+1) = (7.5, 7, 1.5, -4); relu leaves (7.5, 7, 1.5, 0)
        assertThat(network.outputs(Matrix.of(new double[] {1, 2, 3})).values()).containsExactly(10.5, 5.5);
    }

    @Test
    void answersEachRowTheSameAloneAndAmongMany() {
        Network network = Network.initialized(ARCHITECTURE, Initializer.COURSE, 5);
        Matrix inputs = new Matrix(1_000, 3, new Random(2).doubles(3_000, -1, 1).toArray());

        Matrix outputs = network.outputs(inputs);

        for (int i : new int[] {0, 1, 255, 256, 511, 512, 999}) {
            assertThat(network.outputs(Matrix.of(inputs.row(i))).values()).containsExactly(outputs.row(i));
        }
    }

    @Test
    void answersNothingForNoRows() {
        Network network = Network.initialized(ARCHITECTURE, Initializer.COURSE, 5);

        assertThat(network.outputs(new Matrix(0, 3, new double[0])).values()).isEmpty();
    }

    @Test
    void refusesSeedsThatNumpyRefuses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Network.initialized(ARCHITECTURE, Initializer.COURSE, 1L << 32))
                .withMessageContaining("4294967296");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Network.initialized(ARCHITECTURE, Initializer.COURSE, -1));
    }

    @Test
    void refusesShapesThatDoNotFit() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Architecture(0, ARCHITECTURE.layers()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Architecture(1, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new LayerSpec(0, Activation.RELU, true));
        assertThatIllegalArgumentException().isThrownBy(() -> new Matrix(2, 2, new double[3]));
        assertThatIllegalArgumentException().isThrownBy(() -> Matrix.of(new double[2], new double[3]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Samples(Matrix.of(new double[1]), Matrix.of(new double[1], new double[1])));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrainingPlan.gradientDescent(1, Double.NaN, Loss.MEAN_SQUARED_ERROR, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Parameters.fromBytes(ARCHITECTURE, new byte[8]));
    }

    private static void fill(double[] array, double... values) {
        assertThat(values).hasSameSizeAs(array);
        System.arraycopy(values, 0, array, 0, values.length);
    }

    @Test
    void answersEachRowAloneAsWithOthersWhenOnlySmallBlocksFit() {
        Network network = Network.initialized(
                new Architecture(
                        1,
                        List.of(
                                new LayerSpec(400_000, Activation.TANH, false),
                                new LayerSpec(1, Activation.IDENTITY, false))),
                Initializer.COURSE,
                1);
        double[] together =
                network.outputs(new Matrix(3, 1, new double[] {1, 2, 3})).values();
        for (int row = 0; row < 3; row++) {
            assertThat(network.outputs(new Matrix(1, 1, new double[] {row + 1})).values())
                    .containsExactly(together[row]);
        }
    }
}
