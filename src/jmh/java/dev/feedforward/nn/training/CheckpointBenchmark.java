package dev.feedforward.nn.training;

import dev.feedforward.nn.Activation;
import dev.feedforward.nn.Architecture;
import dev.feedforward.nn.Initializer;
import dev.feedforward.nn.LayerSpec;
import dev.feedforward.nn.Loss;
import dev.feedforward.nn.Network;
import dev.feedforward.nn.data.Matrix;
import dev.feedforward.nn.data.Samples;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a checkpoint of a 784-128-10 network costs, next to an iteration of Adam over 32 of 1,000 rows. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CheckpointBenchmark {

    private static final int ITERATIONS = 100;
    private static final Architecture ARCHITECTURE = new Architecture(
            784, List.of(new LayerSpec(128, Activation.RELU, true), new LayerSpec(10, Activation.SIGMOID, true)));
    private static final TrainingPlan PLAN = new TrainingPlan(
            ITERATIONS,
            32,
            true,
            new Optimizer.Adam(0.9, 0.999, 1e-8, 0.0),
            1e-6,
            LearningRateSchedule.CONSTANT,
            Loss.HALF_SUM_SQUARED_ERROR,
            Regularization.NONE,
            null,
            -1.0,
            1,
            ITERATIONS);

    private final TrainingRows rows = TrainingRows.of(new Samples(random(784), random(10)));
    private final Trainer trainer = trainer();
    private final Checkpoint start = trainer.checkpoint();

    private static Matrix random(int columns) {
        return new Matrix(
                1_000, columns, new Random(columns).doubles(1_000L * columns).toArray());
    }

    private Trainer trainer() {
        return new Trainer(Network.initialized(ARCHITECTURE, Initializer.HE_UNIFORM, 1), rows, PLAN);
    }

    /**
     * The time of one iteration; each hundred goes on from the start again, which is a hundredth of {@link #resume}.
     */
    @Benchmark
    @OperationsPerInvocation(ITERATIONS)
    public TrainingOutcome iteration() {
        trainer.resume(start);
        return trainer.train(new Unwatched());
    }

    @Benchmark
    public byte[] checkpoint() {
        return trainer.checkpoint().toBytes();
    }

    @Benchmark
    public Trainer resume() {
        trainer.resume(Checkpoint.fromBytes(start.toBytes()));
        return trainer;
    }

    private static final class Unwatched implements TrainingListener {

        @Override
        public boolean continueAt(long iteration) {
            return true;
        }

        @Override
        public void recorded(long iteration, double cost, double loss, double validationCost, double testCost) {
            // Only the training is measured.
        }
    }
}
