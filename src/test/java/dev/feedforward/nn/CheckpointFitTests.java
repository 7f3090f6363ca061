package dev.feedforward.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.feedforward.nn.data.Samples;
import dev.feedforward.nn.training.Checkpoint;
import dev.feedforward.nn.training.EarlyStopping;
import dev.feedforward.nn.training.Optimizer;
import dev.feedforward.nn.training.Trainer;
import dev.feedforward.nn.training.TrainingRows;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is no checkpoint is refused, and so is the checkpoint of another training. */
class CheckpointFitTests {

    private static final Optimizer ADAM = new Optimizer.Adam(0.9, 0.999, 1e-8, 0.0);
    private static final TrainingRows ROWS = Training.rows(23, 6, 5);
    private static final Training TRAINING = new Training(Training.DROPPING, ROWS, plan().build());

    private final byte[] bytes = TRAINING.checkpoint(11, new Recording()).toBytes();

    static Stream<Arguments> otherNetworks() {
        Architecture inputs = new Architecture(2, Training.DROPPING.layers());
        LayerSpec out = Training.outputs();
        Architecture deep = new Architecture(3, List.of(out, out, out));
        return Stream.of(
                other("3 inputs, this one has 2", inputs, ROWS, plan()),
                other("2 layers, this one has 3", deep, ROWS, plan()),
                other("4 neurons of layer 0, this one has 5", network(5, Activation.TANH, true, 0.3), ROWS, plan()),
                other(
                        "activation of layer 0, this one's is RELU",
                        network(4, Activation.RELU, true, 0.3),
                        ROWS,
                        plan()),
                other("bias of layer 0, this one's is false", network(4, Activation.TANH, false, 0.3), ROWS, plan()),
                other("dropout of layer 0, this one's is 0x0.0p0", Training.PLAIN, ROWS, plan()));
    }

    static Stream<Arguments> otherRows() {
        return Stream.of(
                other("23 training rows, this one has 24", Training.rows(24, 6, 5), plan()),
                other("6 validation rows, this one has 0", Training.rows(23, 0, 5), plan()),
                other("5 test rows, this one has 4", Training.rows(23, 6, 4), plan()),
                other("7 rows a batch, this one has 8", ROWS, plan().batchSize(8)),
                other("order of rows, this one's is random", ROWS, plan().shuffle()));
    }

    static Stream<Arguments> otherPlans() {
        Optimizer rmsProp = new Optimizer.RmsProp(0.99, 1e-8);
        return Stream.of(
                other(
                        "early stopping, this one's is none",
                        ROWS,
                        Ball.plan(40, ADAM, 0.02).batchSize(7)),
                other("optimizer, this one's is RmsProp", ROWS, Ball.plan(40, rmsProp, 0.02)),
                other(
                        "iteration 11, this training has 10",
                        ROWS,
                        Ball.plan(10, ADAM, 0.02).batchSize(7)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"otherNetworks", "otherRows", "otherPlans"})
    void refusesAndChangesNothingWhenTheCheckpointDoesNotFit(String message, Training other) {
        Network network = other.network(1);
        Trainer trainer = other.trainer(network);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer.resume(Checkpoint.fromBytes(bytes)))
                .withMessageContaining(message);

        if (other.architecture().inputs() == 3) {
            Recording told = new Recording();
            assertThat(Training.Result.of(told, trainer.train(told), network)).isEqualTo(other.whole());
        }
    }

    @Test
    void refusesAStateOfAnotherLength() {
        // No rows to watch and rows to watch of which there are none are told apart by their results alone.
        Samples training = ROWS.training();
        Training without = new Training(Training.PLAIN, TrainingRows.of(training), plan().build());
        Training none = new Training(Training.PLAIN, TrainingRows.of(training, Training.samples(0)), plan().build());
        Trainer trainer = none.trainer(none.network(1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer.resume(without.checkpoint(3, new Recording())))
                .withMessageContaining("bytes, this training's takes");
    }

    @Test
    void refusesBytesThatItDidNotWrite() {
        Random random = new Random(5);
        for (int length : new int[] {0, 1, 4, 23, 24, 25, 100, 5_000}) {
            byte[] garbage = new byte[length];
            assertRefused(garbage, "these %d bytes are no checkpoint".formatted(length));
            random.nextBytes(garbage);
            assertRefused(garbage, "these %d bytes are no checkpoint".formatted(length));
        }
    }

    @Test
    void refusesBytesThatWereCutOrAddedTo() {
        for (int length = 0; length < bytes.length; length++) {
            assertRefused(
                    Arrays.copyOf(bytes, length),
                    length < 24
                            ? "no checkpoint"
                            : "of %d bytes cannot be read from %d".formatted(bytes.length, length));
        }
        assertRefused(Arrays.copyOf(bytes, bytes.length + 1), "cannot be read from");
    }

    @Test
    void refusesBytesOfWhichOneWasChanged() {
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 0x40;
            assertRefused(changed, "checkpoint");
        }
    }

    @Test
    void refusesAnotherFormat() {
        bytes[4]++;

        assertRefused(bytes, "a checkpoint of format 2; this version reads format 1 alone");
    }

    @Test
    void refusesAnAbsurdLength() {
        Arrays.fill(bytes, 8, 12, (byte) -1);
        assertRefused(bytes, "of -1 bytes");
        bytes[11] = 0x7F;
        assertRefused(bytes, "of 2147483647 bytes");
    }

    private static void assertRefused(byte[] bytes, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checkpoint.fromBytes(bytes))
                .withMessageContaining(message);
    }

    private static Architecture network(int neurons, Activation activation, boolean bias, double dropout) {
        return Training.hidden(neurons, activation, bias, dropout);
    }

    private static Ball.Plan plan() {
        return Ball.plan(40, ADAM, 0.02).batchSize(7).earlyStopping(new EarlyStopping(100, 0.0, true));
    }

    private static Arguments other(String message, TrainingRows rows, Ball.Plan plan) {
        return other(message, Training.DROPPING, rows, plan);
    }

    private static Arguments other(String message, Architecture architecture, TrainingRows rows, Ball.Plan plan) {
        return Arguments.of(message, new Training(architecture, rows, plan.build()));
    }
}
