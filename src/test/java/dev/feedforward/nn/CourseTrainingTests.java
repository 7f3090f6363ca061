package dev.feedforward.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.feedforward.nn.data.Matrix;
import dev.feedforward.nn.training.Trainer;
import dev.feedforward.nn.training.TrainingOutcome;
import dev.feedforward.nn.training.TrainingOutcome.StopReason;
import dev.feedforward.nn.training.TrainingPlan;
import dev.feedforward.nn.training.TrainingRows;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CourseTrainingTests {

    private static final Architecture COURSE = new Architecture(
            4, List.of(new LayerSpec(4, Activation.SIGMOID, false), new LayerSpec(1, Activation.SIGMOID, false)));
    private static final TrainingPlan PLAN = TrainingPlan.gradientDescent(10_000, 1.0, Loss.HALF_SUM_SQUARED_ERROR, 10);

    private final CourseReference reference = CourseReference.load();
    private final Network network = Network.initialized(COURSE, Initializer.COURSE, 1);

    @Test
    void drawsNumpysInitialWeights() {
        assertThat(rows(network, 0, 4)).isDeepEqualTo(reference.initialWeights().hidden());
        assertThat(rows(network, 1, 1)).isDeepEqualTo(reference.initialWeights().output());
    }

    @Test
    void followsNumpyToTwelveDigits() {
        Recording recording = new Recording();

        TrainingOutcome outcome = new Trainer(network, TrainingRows.of(reference.training()), PLAN).train(recording);

        assertThat(outcome).isEqualTo(new TrainingOutcome(StopReason.ITERATIONS, 10_000, 10_000));
        assertThat(recording.iterations).isEqualTo(reference.iteration());
        for (int i = 0; i < reference.cost().length; i++) {
            double expected = reference.cost()[i];
            assertThat(recording.costs.get(i)).isCloseTo(expected, relative(expected));
        }
        assertCloseTo(rows(network, 0, 4), reference.finalWeights().hidden());
        assertCloseTo(rows(network, 1, 1), reference.finalWeights().output());
    }

    @Test
    void answersAllSixteenPatternsAsNumpyDoes() {
        new Trainer(network, TrainingRows.of(reference.training()), PLAN).train(new Recording());

        assertThat(reference.outputsOfAll16Patterns()).hasSize(16).allSatisfy((bits, expected) -> {
            double[] row = bits.chars().mapToDouble(bit -> bit - '0').toArray();
            double output = network.outputs(Matrix.of(row)).values()[0];
            assertThat(output).isCloseTo(expected, relative(expected));
        });
    }

    private static double[][] rows(Network network, int layer, int columns) {
        double[] weights = network.parameters().weights(layer);
        return new Matrix(weights.length / columns, columns, weights).toRows();
    }

    private static void assertCloseTo(double[][] actual, double[][] expected) {
        assertThat(actual).hasDimensions(expected.length, expected[0].length);
        for (int i = 0; i < expected.length; i++) {
            for (int j = 0; j < expected[i].length; j++) {
                assertThat(actual[i][j]).isCloseTo(expected[i][j], relative(expected[i][j]));
            }
        }
    }

    private static Offset<Double> relative(double expected) {
        return within(1e-12 * Math.abs(expected));
    }
}
