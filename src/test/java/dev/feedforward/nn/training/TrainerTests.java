package dev.feedforward.nn.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.feedforward.nn.Activation;
import dev.feedforward.nn.Architecture;
import dev.feedforward.nn.Evaluation;
import dev.feedforward.nn.Initializer;
import dev.feedforward.nn.LayerSpec;
import dev.feedforward.nn.Loss;
import dev.feedforward.nn.Network;
import dev.feedforward.nn.Parameters;
import dev.feedforward.nn.Recording;
import dev.feedforward.nn.data.Matrix;
import dev.feedforward.nn.data.Samples;
import dev.feedforward.nn.training.TrainingOutcome.StopReason;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainerTests {

    private static final Architecture XOR = new Architecture(
            2, List.of(new LayerSpec(3, Activation.TANH, true), new LayerSpec(1, Activation.SIGMOID, true)));
    private static final Samples ROWS = new Samples(
            Matrix.of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}), Matrix.of(new double[][] {{0}, {1}, {1}, {0}}));

    private final Recording recording = new Recording();

    @Test
    void learnsXor() {
        Network network = Network.initialized(XOR, Initializer.COURSE, 1);

        train(network, ROWS, null, plan(5_000, 0.5, 100));

        assertThat(network.evaluate(ROWS, Loss.HALF_SUM_SQUARED_ERROR).cost()).isLessThan(0.05);
        assertThat(recording.costs.get(49)).isLessThan(recording.costs.get(0));
    }

    @Test
    void recordsEveryNthIterationBeforeItsCorrection() {
        Network network = Network.initialized(XOR, Initializer.COURSE, 1);
        Evaluation untrained = network.evaluate(ROWS, Loss.HALF_SUM_SQUARED_ERROR);

        train(network, ROWS, ROWS, plan(7, 0.5, 3));

        assertThat(recording.iterations).containsExactly(0L, 3L, 6L);
        assertThat(recording.costs.get(0)).isEqualTo(untrained.cost());
        assertThat(recording.losses.get(0)).isEqualTo(untrained.loss());
        assertThat(recording.testCosts).isEqualTo(recording.costs);
    }

    @Test
    void recordsNoTestCostWithoutTestRows() {
        train(Network.initialized(XOR, Initializer.COURSE, 1), ROWS, null, plan(1, 0.5, 1));

        assertThat(recording.testCosts).containsExactly(Double.NaN);
    }

    @Test
    void leavesWeightsAloneWhenThereAreNoIterations() {
        Network network = Network.initialized(XOR, Initializer.COURSE, 1);

        TrainingOutcome outcome = train(network, ROWS, null, plan(0, 0.5, 1));

        assertThat(outcome).isEqualTo(new TrainingOutcome(StopReason.ITERATIONS, 0, 0));
        assertThat(network).isEqualTo(Network.initialized(XOR, Initializer.COURSE, 1));
    }

    @Test
    void stopsBeforeTheIterationThatTheListenerRefuses() {
        Network stopped = Network.initialized(XOR, Initializer.COURSE, 1);
        Network planned = Network.initialized(XOR, Initializer.COURSE, 1);

        TrainingOutcome outcome =
                new Trainer(stopped, TrainingRows.of(ROWS), plan(1_000, 0.5, 1)).train(new Recording(12));
        train(planned, ROWS, null, plan(12, 0.5, 1));

        assertThat(outcome).isEqualTo(new TrainingOutcome(StopReason.CANCELLED, 12, 12));
        assertThat(stopped).isEqualTo(planned);
    }

    @Test
    void keepsTheLastFiniteWeightsWhenTrainingDiverges() {
        Architecture linear = new Architecture(2, List.of(new LayerSpec(1, Activation.IDENTITY, true)));
        Network network = Network.initialized(linear, Initializer.COURSE, 1);

        TrainingOutcome outcome = train(network, ROWS, null, plan(10_000, 1e6, 1));

        assertThat(outcome.reason()).isEqualTo(StopReason.DIVERGED);
        assertThat(recording.losses).isNotEmpty().allMatch(Double::isFinite);
        assertThat(network.evaluate(ROWS, Loss.HALF_SUM_SQUARED_ERROR).loss())
                .isEqualTo(recording.losses.get(recording.losses.size() - 1));
        assertThat(outcome.iterations()).isEqualTo(recording.iterations.get(recording.iterations.size() - 1) + 1);
    }

    @Test
    void noticesWhenTheLastCorrectionDiverges() {
        Architecture linear = new Architecture(2, List.of(new LayerSpec(1, Activation.IDENTITY, true)));
        Network network = Network.initialized(linear, Initializer.COURSE, 1);

        TrainingOutcome outcome = train(network, ROWS, null, plan(1, Double.MAX_VALUE, 10));

        assertThat(outcome).isEqualTo(new TrainingOutcome(StopReason.DIVERGED, 1, 1));
        assertThat(network).isEqualTo(Network.initialized(linear, Initializer.COURSE, 1));
    }

    @Test
    void allocatesNothingInTheLoop() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        TrainingListener silent = new SilentListener();
        Network network = Network.initialized(XOR, Initializer.COURSE, 1);
        Trainer first = new Trainer(network, TrainingRows.of(ROWS, ROWS), plan(100, 0.1, 10));
        Trainer shortTrainer = new Trainer(network, TrainingRows.of(ROWS, ROWS), plan(100, 0.1, 10));
        Trainer longTrainer = new Trainer(network, TrainingRows.of(ROWS, ROWS), plan(20_000, 0.1, 10));
        first.train(silent);

        long before = threads.getCurrentThreadAllocatedBytes();
        shortTrainer.train(silent);
        long middle = threads.getCurrentThreadAllocatedBytes();
        longTrainer.train(silent);
        long after = threads.getCurrentThreadAllocatedBytes();

        // The smallest object takes 16 bytes; what the JVM itself allocates on the way is less than a byte an
        // iteration.
        assertThat(after - middle).isLessThanOrEqualTo(middle - before + 20_000);
    }

    @Test
    void restoresParametersFromTheirBytes() {
        Network network = Network.initialized(XOR, Initializer.COURSE, 7);
        Arrays.fill(network.parameters().biases(0), -0.0);

        byte[] bytes = network.parameters().toBytes();

        assertThat(bytes).hasSize(13 * Double.BYTES);
        assertThat(Parameters.fromBytes(XOR, bytes)).isEqualTo(network.parameters());
    }

    private TrainingOutcome train(Network network, Samples training, Samples test, TrainingPlan plan) {
        return new Trainer(network, TrainingRows.of(training, test), plan).train(recording);
    }

    private static TrainingPlan plan(long iterations, double learningRate, long recordEvery) {
        return TrainingPlan.gradientDescent(iterations, learningRate, Loss.HALF_SUM_SQUARED_ERROR, recordEvery);
    }

    private static final class SilentListener implements TrainingListener {

        @Override
        public boolean continueAt(long iteration) {
            return true;
        }

        @Override
        public void recorded(long iteration, double cost, double loss, double validationCost, double testCost) {
            // Keeps nothing, so that only the trainer's own allocations count.
        }
    }
}
