package dev.feedforward.nn;

import dev.feedforward.dataset.builtin.CourseExample;
import dev.feedforward.nn.data.Samples;
import dev.feedforward.nn.training.Trainer;
import dev.feedforward.nn.training.TrainingListener;
import dev.feedforward.nn.training.TrainingPlan;
import dev.feedforward.nn.training.TrainingRows;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The course's job: 10,000 iterations of a 4-4-1 network over five rows. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CourseBenchmark {

    private static final Architecture COURSE = new Architecture(
            4, List.of(new LayerSpec(4, Activation.SIGMOID, false), new LayerSpec(1, Activation.SIGMOID, false)));
    private static final TrainingPlan PLAN = TrainingPlan.gradientDescent(10_000, 1.0, Loss.HALF_SUM_SQUARED_ERROR, 10);

    private final Samples training =
            new Samples(CourseExample.inputs().matrix(), CourseExample.answers().numbers());

    @Benchmark
    public Network train() {
        Network network = Network.initialized(COURSE, Initializer.COURSE, 1);
        new Trainer(network, TrainingRows.of(training), PLAN).train(new Unwatched());
        return network;
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
