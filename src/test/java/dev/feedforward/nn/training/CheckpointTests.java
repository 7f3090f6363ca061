package dev.feedforward.nn.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.nn.Architecture;
import dev.feedforward.nn.Ball;
import dev.feedforward.nn.Evaluator;
import dev.feedforward.nn.Initializer;
import dev.feedforward.nn.Loss;
import dev.feedforward.nn.Network;
import dev.feedforward.nn.Recording;
import dev.feedforward.nn.Training;
import dev.feedforward.nn.data.Samples;
import dev.feedforward.nn.training.TrainingOutcome.StopReason;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A training that is stopped and goes on elsewhere ends as the one that nobody stopped, to the last bit. */
class CheckpointTests {

    private static final Optimizer ADAM = new Optimizer.Adam(0.9, 0.999, 1e-8, 0.0);
    private static final Architecture DROPPING = Training.DROPPING;
    private static final Architecture PLAIN = Training.PLAIN;
    private static final Architecture LINEAR = Training.LINEAR;
    private static final TrainingRows ALL = Training.rows(23, 6, 5);
    private static final TrainingRows TRAINING = Training.rows(23, 0, 0);
    private static final EarlyStopping PATIENT = new EarlyStopping(3, 0.0, true);

    static Stream<Arguments> trainings() {
        return Stream.concat(Stream.concat(optimizers(), batches()), ends());
    }

    private static Stream<Arguments> optimizers() {
        return Stream.of(
                        new Optimizer.Sgd(),
                        new Optimizer.Momentum(0.9, false),
                        new Optimizer.Momentum(0.9, true),
                        new Optimizer.Adagrad(1e-10),
                        new Optimizer.RmsProp(0.99, 1e-8),
                        ADAM,
                        new Optimizer.Adam(0.9, 0.999, 1e-8, 0.01))
                .map(optimizer -> arguments(
                        optimizer.toString(),
                        StopReason.ITERATIONS,
                        DROPPING,
                        ALL,
                        plan(optimizer).batchSize(7).shuffle()));
    }

    private static Stream<Arguments> batches() {
        StopReason all = StopReason.ITERATIONS;
        return Stream.of(
                arguments("full batch", all, DROPPING, ALL, plan(ADAM)),
                arguments(
                        "full batch, shuffled",
                        all,
                        PLAIN,
                        Training.rows(23, 0, 5),
                        plan(ADAM).shuffle()),
                arguments(
                        "batches in order",
                        all,
                        PLAIN,
                        Training.rows(23, 0, 5),
                        plan(ADAM).batchSize(5)),
                arguments(
                        "even batches",
                        all,
                        PLAIN,
                        Training.rows(24, 6, 0),
                        plan(ADAM).batchSize(8).shuffle()),
                arguments(
                        "one row a batch",
                        all,
                        DROPPING,
                        TRAINING,
                        plan(ADAM).batchSize(1).shuffle()),
                arguments("step", all, PLAIN, TRAINING, plan(ADAM).schedule(schedule("STEP", 0))),
                arguments("exponential", all, PLAIN, TRAINING, plan(ADAM).schedule(schedule("EXPONENTIAL", 0))),
                arguments("cosine, warm-up", all, PLAIN, TRAINING, plan(ADAM).schedule(schedule("COSINE", 9))));
    }

    private static Stream<Arguments> ends() {
        StopReason exhausted = StopReason.EARLY_STOPPING;
        EarlyStopping endless = new EarlyStopping(100, 0.0, true);
        EarlyStopping keeping = new EarlyStopping(2, 0.0, false);
        return Stream.of(
                arguments(
                        "patience",
                        exhausted,
                        PLAIN,
                        ALL,
                        fast().batchSize(7).shuffle().earlyStopping(PATIENT)),
                arguments("patience, full batch", exhausted, PLAIN, ALL, fast().earlyStopping(PATIENT)),
                arguments(
                        "own loss",
                        exhausted,
                        DROPPING,
                        TRAINING,
                        fast().batchSize(7).shuffle().earlyStopping(PATIENT)),
                arguments(
                        "last weights",
                        exhausted,
                        PLAIN,
                        ALL,
                        fast().batchSize(9).earlyStopping(keeping)),
                arguments(
                        "best weights",
                        StopReason.ITERATIONS,
                        PLAIN,
                        ALL,
                        fast().batchSize(7).earlyStopping(endless)),
                arguments(
                        "cost",
                        StopReason.STOP_AT_COST,
                        PLAIN,
                        ALL,
                        fast().batchSize(7).shuffle().stopAtCost(2.3)),
                arguments("divergence", StopReason.DIVERGED, LINEAR, ALL, diverging()),
                arguments(
                        "divergence in batches",
                        StopReason.DIVERGED,
                        LINEAR,
                        ALL,
                        diverging().batchSize(7).shuffle()),
                arguments(
                        "best before divergence",
                        StopReason.DIVERGED,
                        LINEAR,
                        ALL,
                        diverging().earlyStopping(endless)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("trainings")
    void goesOnBitForBitFromEveryIteration(String name, StopReason reason, Training training) {
        Training.Result whole = training.whole();

        assertThat(whole.outcome().reason()).isEqualTo(reason);
        boolean stopsMidway = reason == StopReason.STOP_AT_COST || reason == StopReason.DIVERGED;
        long last = whole.outcome().iterations() - (stopsMidway ? 0 : 1);
        for (long at = 0; at <= last; at++) {
            assertThat(training.inParts(at)).as("stopped at %d", at).isEqualTo(whole);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("trainings")
    void goesOnBitForBitThroughSeveralCheckpoints(String name, StopReason reason, Training training) {
        Training.Result whole = training.whole();
        long[] stops = new Random(name.hashCode())
                .longs(4, 0, whole.outcome().iterations())
                .sorted()
                .toArray();

        assertThat(training.inParts(stops))
                .as("stopped at %s", Arrays.toString(stops))
                .isEqualTo(whole);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("trainings")
    void changesNothingWhenACheckpointIsTaken(String name, StopReason reason, Training training) {
        Network network = training.network(1);
        Trainer trainer = training.trainer(network);
        Recording told = new Recording();
        Training.Stops stops = new Training.Stops(
                trainer, told, true, LongStream.range(0, 1_000).toArray());

        assertThat(Training.Result.of(told, trainer.train(stops), network)).isEqualTo(training.whole());
    }

    @Test
    void tellsItsIterationAndKeepsItsBytesWhenTheTrainingGoesOn() {
        Training training = new Training(DROPPING, ALL, plan(ADAM).batchSize(7).build());
        Trainer trainer = training.trainer(training.network(1));
        Training.Stops stops = new Training.Stops(trainer, new Recording(), true, 11);
        trainer.train(stops);
        byte[] bytes = stops.taken().toBytes();
        byte[] copy = bytes.clone();

        Trainer resumed = training.trainer(training.network(2));
        resumed.resume(Checkpoint.fromBytes(bytes));
        byte[] again = resumed.checkpoint().toBytes();
        resumed.train(new Recording());

        assertThat(stops.taken().iteration()).isEqualTo(11);
        assertThat(Checkpoint.fromBytes(bytes).iteration()).isEqualTo(11);
        assertThat(bytes).isEqualTo(copy).isEqualTo(again);
    }

    @Test
    void goesOnForMoreIterationsWhenThePlanHasMore() {
        Training longer =
                new Training(PLAIN, ALL, Ball.plan(60, ADAM, 0.01).batchSize(7).build());
        Training shorter =
                new Training(PLAIN, ALL, Ball.plan(40, ADAM, 0.01).batchSize(7).build());
        Recording told = new Recording();
        Checkpoint checkpoint = shorter.checkpoint(39, told);
        Network network = longer.network(2);
        Trainer trainer = longer.trainer(network);
        trainer.resume(checkpoint);

        assertThat(Training.Result.of(told, trainer.train(told), network)).isEqualTo(longer.whole());
    }

    @Test
    void keepsCostAndLossOfRowsThatWereWatched() {
        Samples samples = ALL.training();
        double[] units = ALL.outputUnits();
        Network network = Network.initialized(PLAIN, Initializer.COURSE, 1);
        Evaluator asked = new Evaluator(network, samples, Loss.HALF_SUM_SQUARED_ERROR, units);
        Evaluator told = new Evaluator(network, samples, Loss.HALF_SUM_SQUARED_ERROR, units);
        asked.run();

        told.transfer(Checkpoint.of(0, asked::transfer).state());

        assertThat(told.cost()).isPositive().isEqualTo(asked.cost());
        assertThat(told.loss()).isPositive().isEqualTo(asked.loss());
    }

    private static Arguments arguments(
            String name, StopReason reason, Architecture architecture, TrainingRows rows, Ball.Plan plan) {
        return Arguments.of(name, reason, new Training(architecture, rows, plan.build()));
    }

    /** Records every third iteration, so that points fall on, before and after the ends of epochs. */
    private static Ball.Plan plan(Optimizer optimizer) {
        return Ball.plan(40, optimizer, 0.02).recordEvery(3);
    }

    /** Learns so fast that the loss soon swings. */
    private static Ball.Plan fast() {
        return Ball.plan(60, ADAM, 0.5).recordEvery(3);
    }

    private static Ball.Plan diverging() {
        return Ball.plan(1_000, new Optimizer.Momentum(0.9, true), 1e9).recordEvery(5);
    }

    private static LearningRateSchedule schedule(String kind, long warmUp) {
        return new LearningRateSchedule(LearningRateSchedule.Kind.valueOf(kind), 0.9, 4, 0.1, warmUp);
    }
}
