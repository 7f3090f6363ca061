package dev.feedforward.nn;

import dev.feedforward.nn.kernel.Kernels;
import dev.feedforward.nn.training.Optimizer;
import dev.feedforward.nn.training.OptimizerState;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Steps of gradient descent, each over one batch: forward, backward, correct. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TrainingBenchmark {

    @Param({"vector", "scalar", "vector2"})
    private String kernels = "vector";

    /** Inputs-hidden-outputs@rows. */
    @Param({"256-64-10@32", "784-128-10@32", "784-128-10@128", "784-512-10@128"})
    private String shape = "256-64-10@32";

    @Param({"SIGMOID", "RELU"})
    private Activation activation = Activation.SIGMOID;

    private final Optimizer optimizer = new Optimizer.Sgd();
    private Network network;
    private Workspace workspace;
    private Gradient gradient;
    private OptimizerState state;
    private double[] inputs = {};
    private double[] answers = {};
    private int rows;

    /** What JMH adds to its table. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Rate {
        public long samples;
    }

    @Setup
    public void initialize() {
        int[] sizes = Arrays.stream(shape.split("[-@]", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
        rows = sizes[3];
        Architecture architecture = new Architecture(
                sizes[0],
                List.of(new LayerSpec(sizes[1], activation, true), new LayerSpec(sizes[2], Activation.SIGMOID, true)));
        network = Network.initialized(architecture, Initializer.COURSE, 1);
        Kernels arithmetic = switch (kernels) {
            case "scalar" -> Kernels.scalar();
            case "vector2" -> new Kernels(2);
            default -> new Kernels();
        };
        workspace = new Workspace(architecture, rows, arithmetic);
        gradient = new Gradient(architecture, rows);
        state = new OptimizerState(optimizer, network.parameters());
        Random random = new Random(1);
        inputs = random.doubles((long) rows * sizes[0]).toArray();
        answers = random.doubles((long) rows * sizes[2]).toArray();
    }

    @Benchmark
    public Network step(Rate rate) {
        network.forward(inputs, rows, workspace);
        network.backward(inputs, answers, Loss.HALF_SUM_SQUARED_ERROR, workspace, gradient);
        optimizer.correct(network.parameters(), gradient.parameters(), state, 1e-6);
        rate.samples += rows;
        return network;
    }
}
