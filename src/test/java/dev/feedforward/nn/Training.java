package dev.feedforward.nn;

import dev.feedforward.nn.data.Matrix;
import dev.feedforward.nn.data.Samples;
import dev.feedforward.nn.training.Checkpoint;
import dev.feedforward.nn.training.Trainer;
import dev.feedforward.nn.training.TrainingListener;
import dev.feedforward.nn.training.TrainingOutcome;
import dev.feedforward.nn.training.TrainingPlan;
import dev.feedforward.nn.training.TrainingRows;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A training that can be started any number of times, whole or in parts. */
public record Training(Architecture architecture, TrainingRows rows, TrainingPlan plan) {

    /** A hidden layer with dropout, then two outputs without bias. */
    public static final Architecture DROPPING = hidden(4, Activation.TANH, true, 0.3);

    /** The same without dropout. */
    public static final Architecture PLAIN = hidden(4, Activation.TANH, true, 0.0);

    public static final Architecture LINEAR = new Architecture(3, List.of(new LayerSpec(2, Activation.IDENTITY, true)));

    /** All that a training tells, every double by its bits. */
    public record Result(List<List<? extends Number>> points, TrainingOutcome outcome, Parameters parameters) {

        public static Result of(Recording told, TrainingOutcome outcome, Network network) {
            return new Result(
                    List.of(told.iterations, told.costs, told.losses, told.validationCosts, told.testCosts),
                    outcome,
                    network.parameters());
        }
    }

    /** Takes a checkpoint before some iterations, and lets the training go on there or not. */
    public static final class Stops implements TrainingListener {

        private final Trainer trainer;
        private final Recording told;
        private final boolean goesOn;
        private final long[] at;
        private @Nullable Checkpoint taken;

        /** @param at ascending */
        public Stops(Trainer trainer, Recording told, boolean goesOn, long... at) {
            this.trainer = trainer;
            this.told = told;
            this.goesOn = goesOn;
            this.at = at;
        }

        @Override
        public boolean continueAt(long iteration) {
            if (Arrays.binarySearch(at, iteration) < 0) {
                return true;
            }
            taken = trainer.checkpoint();
            return goesOn;
        }

        @Override
        public void recorded(long iteration, double cost, double loss, double validationCost, double testCost) {
            told.recorded(iteration, cost, loss, validationCost, testCost);
        }

        /** The last one. */
        public Checkpoint taken() {
            return Objects.requireNonNull(taken);
        }
    }

    /** A network of three inputs with one hidden layer, then two outputs without bias. */
    static Architecture hidden(int neurons, Activation activation, boolean bias, double dropout) {
        return new Architecture(3, List.of(new LayerSpec(neurons, activation, bias, dropout), outputs()));
    }

    static LayerSpec outputs() {
        return new LayerSpec(2, Activation.SIGMOID, false);
    }

    /** Rows of noise, so that learning some of them by heart is of no use for the others; 0 for none. */
    public static TrainingRows rows(int training, int validation, int test) {
        return new TrainingRows(
                samples(training),
                validation == 0 ? null : samples(validation),
                test == 0 ? null : samples(test),
                new double[] {1.0, 10.0});
    }

    static Samples samples(int rows) {
        Random random = new Random(rows);
        double[] answers =
                IntStream.range(0, 2 * rows).mapToDouble(i -> random.nextInt(2)).toArray();
        return new Samples(
                new Matrix(rows, 3, random.doubles(3L * rows, -1, 1).toArray()), new Matrix(rows, 2, answers));
    }

    public Trainer trainer(Network network) {
        return new Trainer(network, rows, plan);
    }

    public Network network(long seed) {
        return Network.initialized(architecture, Initializer.COURSE, seed);
    }

    public Result whole() {
        Network network = network(1);
        Recording told = new Recording();
        return Result.of(told, trainer(network).train(told), network);
    }

    /** Stops at each of {@code stops} and goes on in a new trainer, whose network knows nothing of the one before. */
    public Result inParts(long... stops) {
        Recording told = new Recording();
        Network network = network(1);
        Trainer trainer = trainer(network);
        for (int i = 0; i < stops.length; i++) {
            Stops stop = new Stops(trainer, told, false, stops[i]);
            trainer.train(stop);
            network = network(i + 2);
            trainer = trainer(network);
            trainer.resume(Checkpoint.fromBytes(stop.taken().toBytes()));
        }
        return Result.of(told, trainer.train(told), network);
    }

    /** The checkpoint before an iteration, where the training ends. */
    public Checkpoint checkpoint(long iteration, Recording told) {
        Trainer trainer = trainer(network(1));
        Stops stops = new Stops(trainer, told, false, iteration);
        trainer.train(stops);
        return stops.taken();
    }
}
