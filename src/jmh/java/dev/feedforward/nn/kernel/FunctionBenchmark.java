package dev.feedforward.nn.kernel;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The functions, in nanoseconds an element; {@code strictMathExp} to compare with. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(FunctionBenchmark.LENGTH)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FunctionBenchmark {

    static final int LENGTH = 4096;

    @Param({"vector", "scalar"})
    private String kernels = "vector";

    private final double[] z = new Random(1).doubles(LENGTH, -6, 6).toArray();
    private final double[] a = new double[LENGTH];
    private Kernels arithmetic = new Kernels();

    @Setup
    public void choose() {
        arithmetic = kernels.equals("scalar") ? Kernels.scalar() : new Kernels();
    }

    @Benchmark
    public double[] exp() {
        arithmetic.exp(z, a, LENGTH);
        return a;
    }

    @Benchmark
    public double[] expm1() {
        arithmetic.expm1(z, a, LENGTH);
        return a;
    }

    @Benchmark
    public double[] sigmoid() {
        arithmetic.sigmoid(z, a, LENGTH);
        return a;
    }

    @Benchmark
    public double[] tanh() {
        arithmetic.tanh(z, a, LENGTH);
        return a;
    }

    @Benchmark
    public double[] softplus() {
        arithmetic.softplus(z, a, LENGTH);
        return a;
    }

    @Benchmark
    public double[] erf() {
        arithmetic.erf(z, a, LENGTH);
        return a;
    }

    @Benchmark
    public double[] strictMathExp() {
        for (int i = 0; i < LENGTH; i++) {
            a[i] = StrictMath.exp(z[i]);
        }
        return a;
    }
}
