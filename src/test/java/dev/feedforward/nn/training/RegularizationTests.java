package dev.feedforward.nn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.feedforward.nn.Activation;
import dev.feedforward.nn.Architecture;
import dev.feedforward.nn.LayerSpec;
import dev.feedforward.nn.Parameters;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegularizationTests {

    private static final double ANY = Double.POSITIVE_INFINITY;

    private final Architecture architecture = new Architecture(3, List.of(new LayerSpec(1, Activation.IDENTITY, true)));
    private final Parameters parameters = new Parameters(architecture);
    private final Parameters gradient = new Parameters(architecture);

    @BeforeEach
    void setNumbers() {
        set(parameters, -2.0, 0.0, 0.5, 4.0);
        set(gradient, 1.0, 2.0, 2.0, 4.0);
    }

    @Test
    void leavesTheGradientAloneWhenNothingIsAsked() {
        Regularization.NONE.apply(parameters, gradient);

        assertGradient(1.0, 2.0, 2.0, 4.0);
    }

    @Test
    void addsTheSignOfWeightsAndBiasesWhenL1() {
        new Regularization(0.1, 0.0, ANY, ANY).apply(parameters, gradient);

        assertGradient(0.9, 2.0, 2.1, 4.1);
    }

    @Test
    void addsTheWeightsAndBiasesThemselvesWhenL2() {
        new Regularization(0.0, 0.1, ANY, ANY).apply(parameters, gradient);

        assertGradient(0.8, 2.0, 2.05, 4.4);
    }

    @Test
    void addsBothWhenL1AndL2() {
        new Regularization(0.1, 0.1, ANY, ANY).apply(parameters, gradient);

        assertGradient(0.7, 2.0, 2.15, 4.5);
    }

    @Test
    void shortensTheWholeGradientWhenItIsLongerThanTheNorm() {
        // Its length is √(1 + 4 + 4 + 16) = 5, and PyTorch divides by 1e-6 more.
        new Regularization(0.0, 0.0, 2.5, ANY).apply(parameters, gradient);

        double factor = 2.5 / 5.000001;
        assertGradient(factor, 2.0 * factor, 2.0 * factor, 4.0 * factor);
    }

    @Test
    void leavesTheGradientAloneWhenItIsShorterThanTheNorm() {
        new Regularization(0.0, 0.0, 5.1, ANY).apply(parameters, gradient);

        assertGradient(1.0, 2.0, 2.0, 4.0);
    }

    @Test
    void cutsEachDerivativeWhenItIsBeyondTheLargestValue() {
        set(gradient, -7.0, 2.0, -1.5, 4.0);

        new Regularization(0.0, 0.0, ANY, 1.75).apply(parameters, gradient);

        assertGradient(-1.75, 1.75, -1.5, 1.75);
    }

    @Test
    void penalizesThenShortensThenCutsWhenAllAreAsked() {
        // 1 - 2 = -1, 2, 2.5, 8: its length is √(1 + 4 + 6.25 + 64).
        new Regularization(0.0, 1.0, 4.0, 2.0).apply(parameters, gradient);

        double factor = 4.0 / (Math.sqrt(75.25) + 1e-6);
        assertGradient(-factor, 2.0 * factor, 2.5 * factor, 2.0);
    }

    @Test
    void changesNoWeights() {
        new Regularization(0.1, 0.1, 1.0, 1.0).apply(parameters, gradient);

        assertThat(parameters.weights(0)).containsExactly(-2.0, 0.0, 0.5);
        assertThat(parameters.biases(0)).containsExactly(4.0);
    }

    private static void set(Parameters target, double first, double second, double third, double bias) {
        System.arraycopy(new double[] {first, second, third}, 0, target.weights(0), 0, 3);
        target.biases(0)[0] = bias;
    }

    private void assertGradient(double first, double second, double third, double bias) {
        assertThat(gradient.weights(0)).containsExactly(new double[] {first, second, third}, within(1e-14));
        assertThat(gradient.biases(0)).containsExactly(new double[] {bias}, within(1e-14));
    }
}
