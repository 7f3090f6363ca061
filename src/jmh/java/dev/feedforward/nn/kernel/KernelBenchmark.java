package dev.feedforward.nn.kernel;

import java.util.Arrays;
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

/** Matrix products, in lanes and in plain loops. The counter {@code flops} is in GFLOP/s, two a multiply-add. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class KernelBenchmark {

    @Param({"vector", "scalar", "vector2"})
    private String kernels = "vector";

    /** Rows × shared × columns: cubes, then layers of the networks that {@code TrainingBenchmark} trains. */
    @Param({
        "128x128x128",
        "256x256x256",
        "512x512x512",
        "32x784x128",
        "32x256x64",
        "32x64x10",
        "32x128x10",
        "128x784x128",
        "128x128x10",
        "128x784x512",
        "128x512x10"
    })
    private String shape = "128x128x128";

    private Kernels arithmetic = new Kernels();
    private int rows;
    private int shared;
    private int columns;
    private double[] a = {};
    private double[] b = {};
    private double[] c = {};

    /** What JMH adds to its table. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Rate {
        public double gigaflops;
    }

    @Setup
    public void fill() {
        int[] sizes =
                Arrays.stream(shape.split("x", -1)).mapToInt(Integer::parseInt).toArray();
        rows = sizes[0];
        shared = sizes[1];
        columns = sizes[2];
        Random random = new Random(1);
        a = random.doubles((long) rows * shared, -1, 1).toArray();
        b = random.doubles((long) shared * columns, -1, 1).toArray();
        c = new double[rows * columns];
        arithmetic = switch (kernels) {
            case "scalar" -> Kernels.scalar();
            case "vector2" -> new Kernels(2);
            default -> new Kernels();
        };
    }

    @Benchmark
    public double[] product(Rate rate) {
        arithmetic.product(a, b, c, rows, shared, columns);
        return count(rate);
    }

    @Benchmark
    public double[] productTransposedRight(Rate rate) {
        arithmetic.productTransposedRight(a, b, c, rows, shared, columns);
        return count(rate);
    }

    @Benchmark
    public double[] productTransposedLeft(Rate rate) {
        arithmetic.productTransposedLeft(a, b, c, rows, shared, columns);
        return count(rate);
    }

    private double[] count(Rate rate) {
        rate.gigaflops += 2e-9 * rows * shared * columns;
        return c;
    }
}
