package dev.feedforward.nn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.feedforward.nn.Activation;
import dev.feedforward.nn.Architecture;
import dev.feedforward.nn.Ball;
import dev.feedforward.nn.LayerSpec;
import dev.feedforward.nn.Network;
import dev.feedforward.nn.Parameters;
import dev.feedforward.nn.Recording;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two corrections each, worked out by hand: the derivatives are first 4 and -2, then 1 and 3. */
class OptimizerTests {

    private static final double[] FIRST = {4.0, -2.0};
    private static final double[] SECOND = {1.0, 3.0};

    private final double[] w = {1.0, -1.0};
    private double[][] memory = new double[0][];
    private long t;

    @Test
    void followsTheGradientWhenSgd() {
        Optimizer sgd = start(new Optimizer.Sgd());

        step(sgd, FIRST);
        assertWeights(1.0 - 0.4, -1.0 + 0.2);
        step(sgd, SECOND);
        assertWeights(0.6 - 0.1, -0.8 - 0.3);
    }

    @Test
    void goesOnInItsDirectionWhenMomentum() {
        Optimizer momentum = start(new Optimizer.Momentum(0.9, false));

        step(momentum, FIRST);
        assertWeights(1.0 - 0.4, -1.0 + 0.2);
        // v = 0.9 · 4 + 1 = 4.6 and 0.9 · -2 + 3 = 1.2
        step(momentum, SECOND);
        assertWeights(0.6 - 0.46, -0.8 - 0.12);
    }

    @Test
    void looksAheadWhenNesterov() {
        Optimizer nesterov = start(new Optimizer.Momentum(0.9, true));

        // v = 4 and -2, g + 0.9 v = 7.6 and -3.8
        step(nesterov, FIRST);
        assertWeights(1.0 - 0.76, -1.0 + 0.38);
        // v = 4.6 and 1.2, g + 0.9 v = 5.14 and 4.08
        step(nesterov, SECOND);
        assertWeights(0.24 - 0.514, -0.62 - 0.408);
    }

    @Test
    void dividesByAllDerivativesSoFarWhenAdagrad() {
        Optimizer adagrad = start(new Optimizer.Adagrad(1.0));

        // s = 16 and 4
        step(adagrad, FIRST);
        assertWeights(1.0 - 0.4 / 5.0, -1.0 + 0.2 / 3.0);
        // s = 17 and 13
        step(adagrad, SECOND);
        assertWeights(0.92 - 0.1 / (Math.sqrt(17) + 1.0), -1.0 + 0.2 / 3.0 - 0.3 / (Math.sqrt(13) + 1.0));
    }

    @Test
    void dividesByLateDerivativesWhenRmsProp() {
        Optimizer rmsProp = start(new Optimizer.RmsProp(0.75, 1.0));

        // s = 0.25 · 16 = 4 and 0.25 · 4 = 1
        step(rmsProp, FIRST);
        assertWeights(1.0 - 0.4 / 3.0, -1.0 + 0.2 / 2.0);
        // s = 0.75 · 4 + 0.25 = 3.25 and 0.75 · 1 + 0.25 · 9 = 3
        step(rmsProp, SECOND);
        assertWeights(1.0 - 0.4 / 3.0 - 0.1 / (Math.sqrt(3.25) + 1.0), -0.9 - 0.3 / (Math.sqrt(3.0) + 1.0));
    }

    @Test
    void stepsAsFarAsOfLateWhenAdadelta() {
        Optimizer adadelta = start(new Optimizer.Adadelta(0.75, 1.0));

        // s = 0.25 · 16 = 4 and 0.25 · 4 = 1, δ = 4 / √5 and -2 / √2, u = 0.25 · 16 / 5 = 0.8 and 0.25 · 4 / 2 = 0.5
        step(adadelta, FIRST);
        assertWeights(1.0 - 0.4 / Math.sqrt(5.0), -1.0 + 0.2 / Math.sqrt(2.0));
        // s = 0.75 · 4 + 0.25 = 3.25 and 0.75 · 1 + 0.25 · 9 = 3
        step(adadelta, SECOND);
        assertWeights(
                1.0 - 0.4 / Math.sqrt(5.0) - 0.1 * Math.sqrt(1.8 / 4.25),
                -1.0 + 0.2 / Math.sqrt(2.0) - 0.3 * Math.sqrt(1.5 / 4.0));
    }

    @Test
    void correctsItsMeansForTheirStartWhenAdam() {
        Optimizer adam = start(new Optimizer.Adam(0.5, 0.75, 1.0, 0.0));

        // m = 2 and -1, m̂ = 4 and -2; v = 4 and 1, v̂ = 16 and 4
        step(adam, FIRST);
        assertWeights(1.0 - 0.4 / 5.0, -1.0 + 0.2 / 3.0);
        // m = 1.5 and 1, m̂ = m / 0.75 = 2 and 4/3; v = 3.25 and 3, v̂ = v / 0.4375
        step(adam, SECOND);
        assertWeights(
                0.92 - 0.1 * 2.0 / (Math.sqrt(3.25 / 0.4375) + 1.0),
                -1.0 + 0.2 / 3.0 - 0.1 * (4.0 / 3.0) / (Math.sqrt(3.0 / 0.4375) + 1.0));
    }

    @Test
    void shrinksTheWeightsBesideTheirCorrectionWhenAdamW() {
        Optimizer adamW = start(new Optimizer.Adam(0.5, 0.75, 1.0, 0.2));

        // η · λ = 0.02: each weight is multiplied with 0.98 first.
        step(adamW, FIRST);
        assertWeights(0.98 - 0.4 / 5.0, -0.98 + 0.2 / 3.0);
        step(adamW, SECOND);
        assertWeights(
                0.98 * 0.9 - 0.1 * 2.0 / (Math.sqrt(3.25 / 0.4375) + 1.0),
                0.98 * (-0.98 + 0.2 / 3.0) - 0.1 * (4.0 / 3.0) / (Math.sqrt(3.0 / 0.4375) + 1.0));
    }

    @Test
    void remembersFromCorrectionToCorrectionWhenTraining() {
        // The loss ½ w² from w = 1: v = 1, w = 0.9; v = 0.9 · 1 + 0.9 = 1.8, w = 0.72.
        Network network = Ball.at(1.0);
        TrainingPlan plan =
                Ball.plan(2, new Optimizer.Momentum(0.9, false), 0.1).build();

        new Trainer(network, Ball.ROWS, plan).train(new Recording());

        assertThat(network.parameters().weights(0)[0]).isCloseTo(0.72, within(1e-15));
    }

    @Test
    void countsCorrectionsOnceForAllArraysWhenTraining() {
        // Without an ε worth mentioning, Adam's first corrections of each weight and bias are the learning rate.
        Architecture architecture = new Architecture(
                1, List.of(new LayerSpec(1, Activation.IDENTITY, true), new LayerSpec(1, Activation.IDENTITY, true)));
        Network network = new Network(architecture, new Parameters(architecture));
        for (double[] array : network.parameters().arrays()) {
            array[0] = 1.0;
        }
        TrainingPlan plan =
                Ball.plan(1, new Optimizer.Adam(0.9, 0.999, 1e-12, 0.0), 0.1).build();

        new Trainer(network, Ball.ROWS, plan).train(new Recording());

        for (double[] array : network.parameters().arrays()) {
            assertThat(array[0]).isCloseTo(0.9, within(1e-12));
        }
    }

    private Optimizer start(Optimizer optimizer) {
        memory = new double[optimizer.memory()][2];
        return optimizer;
    }

    private void step(Optimizer optimizer, double... derivatives) {
        optimizer.correct(w, derivatives.clone(), memory, 0.1, ++t);
    }

    private void assertWeights(double first, double second) {
        assertThat(w).containsExactly(new double[] {first, second}, within(1e-15));
    }
}
