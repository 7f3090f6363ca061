package dev.feedforward.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.feedforward.nn.data.Matrix;
import dev.feedforward.nn.data.Samples;
import dev.feedforward.nn.training.Trainer;
import dev.feedforward.nn.training.TrainingPlan;
import dev.feedforward.nn.training.TrainingRows;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DropoutTests {

    private static final double STEP = 1e-6;

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.8})
    void leavesOutItsShareAndKeepsTheExpectation(double share) {
        Architecture architecture = network(Activation.TANH, 100, share);
        Workspace workspace = new Workspace(architecture, 500);
        new Dropout(architecture, 1, workspace).draw(workspace, 500);

        double[] mask = workspace.masks[0];

        assertThat(mask).hasSize(50_000);
        double left = Arrays.stream(mask).filter(factor -> factor == 0.0).count();
        assertThat(left / mask.length).isCloseTo(share, within(0.01));
        assertThat(Arrays.stream(mask).filter(factor -> factor != 0.0).distinct())
                .containsExactly(1.0 / (1.0 - share));
        assertThat(Arrays.stream(mask).average().orElseThrow()).isCloseTo(1.0, within(0.03));
    }

    @Test
    void masksNoLayerWithoutDropout() {
        Architecture architecture = network(Activation.TANH, 8, 0.5);
        Workspace workspace = new Workspace(architecture, 4);
        new Dropout(architecture, 1, workspace).draw(workspace, 4);

        assertThat(workspace.masks[1]).isEmpty();
        assertThat(workspace.masks[2]).isEmpty();
    }

    @Test
    void drawsAnewEachPassAndAlikeWhenTheSeedIsTheSame() {
        Architecture architecture = network(Activation.TANH, 100, 0.5);

        double[][] one = twoMasks(architecture, 3);

        assertThat(one[1]).isNotEqualTo(one[0]);
        assertThat(twoMasks(architecture, 3)).isDeepEqualTo(one);
        assertThat(twoMasks(architecture, 4)[0]).isNotEqualTo(one[0]);
    }

    @ParameterizedTest
    @EnumSource(value = Activation.class, names = "SOFTMAX", mode = EnumSource.Mode.EXCLUDE)
    void agreesWithFiniteDifferencesWhenTheMaskIsFixed(Activation activation) {
        Architecture architecture = network(activation, 8, 0.4);
        Network network = Network.initialized(architecture, Initializer.COURSE, 5);
        // A neuron whose inputs are all left out would else sit at 0, where relu has no derivative.
        Arrays.fill(network.parameters().biases(0), 0.1);
        Arrays.fill(network.parameters().biases(1), 0.2);
        Samples samples = samples(6);
        Workspace workspace = new Workspace(architecture, 6);
        Gradient gradient = new Gradient(architecture, 6);
        new Dropout(architecture, 2, workspace).draw(workspace, 6);
        assertThat(workspace.masks[0]).contains(0.0);

        loss(network, samples, workspace);
        network.backward(
                samples.inputs().toMatrix().values(),
                samples.answers().values(),
                Loss.HALF_SUM_SQUARED_ERROR,
                workspace,
                gradient);

        for (int i = 0; i < network.parameters().arrays().length; i++) {
            double[] w = network.parameters().arrays()[i];
            for (int j = 0; j < w.length; j++) {
                double kept = w[j];
                w[j] = kept + STEP;
                double above = loss(network, samples, workspace);
                w[j] = kept - STEP;
                double below = loss(network, samples, workspace);
                w[j] = kept;
                double expected = (above - below) / (2 * STEP);
                assertThat(gradient.parameters().arrays()[i][j])
                        .isCloseTo(expected, within(1e-7 * Math.max(1, Math.abs(expected))));
            }
        }
    }

    @Test
    void leavesNothingOutWhenPredicting() {
        Network with = Network.initialized(network(Activation.TANH, 8, 0.5), Initializer.COURSE, 1);
        Network without = new Network(network(Activation.TANH, 8, 0.0), with.parameters());
        Samples samples = samples(20);

        Evaluation evaluation = with.evaluate(samples, Loss.HALF_SUM_SQUARED_ERROR);

        assertThat(with.outputs(samples.inputs()).values())
                .isEqualTo(without.outputs(samples.inputs()).values());
        assertThat(evaluation.loss())
                .isEqualTo(
                        without.evaluate(samples, Loss.HALF_SUM_SQUARED_ERROR).loss());
    }

    @Test
    void leavesOutWhenTrainingAndNotWhenWatchingTestRows() {
        Samples samples = samples(20);
        Recording recording = new Recording();
        Network network = Network.initialized(network(Activation.TANH, 8, 0.5), Initializer.COURSE, 1);
        double untrained =
                network.evaluate(samples, Loss.HALF_SUM_SQUARED_ERROR).cost();

        new Trainer(
                        network,
                        TrainingRows.of(samples, samples),
                        TrainingPlan.gradientDescent(1, 0.01, Loss.HALF_SUM_SQUARED_ERROR, 1))
                .train(recording);

        assertThat(recording.testCosts).containsExactly(untrained);
        assertThat(recording.costs.get(0)).isNotCloseTo(untrained, within(1e-3));
    }

    @Test
    void trainsTheSameBitsWhenTheSeedIsTheSame() {
        assertThat(trained()).isEqualTo(trained());
    }

    private static Parameters trained() {
        Network network = Network.initialized(network(Activation.RELU, 8, 0.3), Initializer.HE_NORMAL, 1);
        new Trainer(
                        network,
                        TrainingRows.of(samples(20)),
                        TrainingPlan.gradientDescent(50, 0.01, Loss.HALF_SUM_SQUARED_ERROR, 1))
                .train(new Recording());
        return network.parameters();
    }

    private static double[][] twoMasks(Architecture architecture, long seed) {
        Workspace workspace = new Workspace(architecture, 10);
        Dropout dropout = new Dropout(architecture, seed, workspace);
        double[][] masks = new double[2][];
        for (int i = 0; i < 2; i++) {
            dropout.draw(workspace, 10);
            masks[i] = workspace.masks[0].clone();
        }
        return masks;
    }

    private static double loss(Network network, Samples samples, Workspace workspace) {
        network.forward(samples.inputs().toMatrix().values(), samples.rows(), workspace);
        return Loss.HALF_SUM_SQUARED_ERROR.value(
                workspace.outputSums(), workspace.outputs(), samples.answers().values(), samples.rows(), 2);
    }

    /** A hidden layer with dropout, one without, and two outputs. */
    private static Architecture network(Activation activation, int neurons, double share) {
        return new Architecture(
                3,
                List.of(
                        new LayerSpec(neurons, activation, true, share),
                        new LayerSpec(4, activation, true),
                        new LayerSpec(2, Activation.IDENTITY, true)));
    }

    private static Samples samples(int rows) {
        Random random = new Random(11);
        return new Samples(
                new Matrix(rows, 3, random.doubles(rows * 3L, -1, 1).toArray()),
                new Matrix(rows, 2, random.doubles(rows * 2L).toArray()));
    }
}
