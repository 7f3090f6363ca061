package dev.feedforward.nn;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.feedforward.dataset.encoding.Encoding;
import dev.feedforward.nn.data.Matrix;
import dev.feedforward.nn.data.Samples;
import dev.feedforward.nn.kernel.Kernels;
import dev.feedforward.nn.training.EarlyStopping;
import dev.feedforward.nn.training.Optimizer;
import dev.feedforward.nn.training.Trainer;
import dev.feedforward.nn.training.TrainingPlan;
import dev.feedforward.nn.training.TrainingRows;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows that are kept as bytes train, to the last bit, as the matrix of the same numbers does. */
class RowSourceTrainingTests {

    private static final TrainingRows BYTES = TrainingRows.of(
                    ScaledBytes.random(600, 3).answered(2),
                    ScaledBytes.random(300, 3).answered(2))
            .withValidation(0.5, 1);

    static Stream<Arguments> trainings() {
        return Stream.of(
                Arguments.of("full batch", plan()),
                Arguments.of("full batch, shuffled", plan().shuffle()),
                Arguments.of("mini-batches", plan().batchSize(70)),
                Arguments.of("mini-batches, shuffled", plan().batchSize(70).shuffle()),
                Arguments.of(
                        "patience", plan().batchSize(70).shuffle().earlyStopping(new EarlyStopping(3, 0.0, true))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("trainings")
    void trainsToTheSameBits(String name, Ball.Plan plan) {
        assertSame(BYTES, plan);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("trainings")
    void trainsToTheSameBitsWhenInputsAreStandardised(String name, Ball.Plan plan) {
        Encoding encoding = Encoding.fit(BYTES.training(), null, true, false);
        TrainingRows encoded = BYTES.map(encoding::encode, encoding::encodeInputs, BYTES.outputUnits());
        TrainingRows denseEncoded = dense(BYTES).map(encoding::encode, encoding::encodeInputs, BYTES.outputUnits());

        assertThat(encoded.training().inputs()).isNotInstanceOf(Matrix.class);
        assertThat(denseEncoded.training().inputs()).isInstanceOf(Matrix.class);
        assertThat(training(denseEncoded, plan).whole())
                .isEqualTo(training(encoded, plan).whole());
        assertSame(encoded, plan);
    }

    @Test
    void goesOnOverAMatrixFromACheckpointOverBytes() {
        Training bytes = training(BYTES, plan().batchSize(70).shuffle());
        Training matrix = training(dense(BYTES), plan().batchSize(70).shuffle());

        assertThat(bytes.checkpoint(11, new Recording()).toBytes())
                .isEqualTo(matrix.checkpoint(11, new Recording()).toBytes());
    }

    @Test
    void answersTheSameBits() {
        Network network = Network.initialized(Training.PLAIN, Initializer.COURSE, 1);
        Samples bytes = BYTES.training();
        Samples matrix = ScaledBytes.dense(bytes);
        Evaluation expected = network.evaluate(matrix, Loss.MEAN_SQUARED_ERROR);
        Evaluation evaluation = network.evaluate(bytes, Loss.MEAN_SQUARED_ERROR);

        assertThat(network.outputs(bytes.inputs()).values())
                .isEqualTo(network.outputs(matrix.inputs()).values());
        assertThat(evaluation.outputs().values()).isEqualTo(expected.outputs().values());
        assertThat(evaluation.cost()).isEqualTo(expected.cost());
        assertThat(evaluation.loss()).isEqualTo(expected.loss());
    }

    @Test
    void keepsNoMoreThanABatchOfManyRows() {
        int numbers = 20_000 * 784;
        Samples samples = ScaledBytes.random(20_000, 784).answered(2);
        Architecture architecture = new Architecture(
                784, List.of(new LayerSpec(4, Activation.RELU, true), new LayerSpec(2, Activation.SIGMOID, true)));
        Network network = Network.initialized(architecture, Initializer.COURSE, 1);
        TrainingPlan plan = Ball.plan(300, new Optimizer.Sgd(), 0.01)
                .batchSize(64)
                .shuffle()
                .recordEvery(100)
                .build();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        // Once before, and in plain loops where it can be said: lanes are objects until they are compiled.
        trainOnStandardized(samples, network, plan);

        long before = threads.getCurrentThreadAllocatedBytes();
        trainOnStandardized(samples, network, plan);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        // A quarter of what the numbers would take in one matrix.
        assertThat(allocated).isLessThan((long) numbers * Double.BYTES / 4);
    }

    private static void trainOnStandardized(Samples samples, Network network, TrainingPlan plan) {
        TrainingRows rows = TrainingRows.of(samples, samples).withValidation(0.2, 1);
        Encoding encoding = Encoding.fit(rows.training(), null, true, false);
        TrainingRows encoded = rows.map(encoding::encode, encoding::encodeInputs, rows.outputUnits());
        new Trainer(network, encoded, plan, Kernels.scalar()).train(new Recording());
    }

    /** Whole, and in parts that go on from checkpoints. */
    private static void assertSame(TrainingRows bytes, Ball.Plan plan) {
        Training.Result expected = training(dense(bytes), plan).whole();

        assertThat(training(bytes, plan).whole()).isEqualTo(expected);
        assertThat(training(bytes, plan).inParts(0, 7, 11)).isEqualTo(expected);
    }

    private static Training training(TrainingRows rows, Ball.Plan plan) {
        return new Training(Training.DROPPING, rows, plan.build());
    }

    private static TrainingRows dense(TrainingRows rows) {
        return new TrainingRows(
                ScaledBytes.dense(rows.training()),
                ScaledBytes.dense(Objects.requireNonNull(rows.validation())),
                ScaledBytes.dense(Objects.requireNonNull(rows.test())),
                rows.outputUnits());
    }

    private static Ball.Plan plan() {
        return Ball.plan(40, new Optimizer.Adam(0.9, 0.999, 1e-8, 0.0), 0.02).recordEvery(3);
    }
}
