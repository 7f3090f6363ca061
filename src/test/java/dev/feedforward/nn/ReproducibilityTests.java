package dev.feedforward.nn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.nn.data.Matrix;
import dev.feedforward.nn.data.Samples;
import dev.feedforward.nn.kernel.Kernels;
import dev.feedforward.nn.random.SplitMix;
import dev.feedforward.nn.training.LearningRateSchedule;
import dev.feedforward.nn.training.Optimizer;
import dev.feedforward.nn.training.Regularization;
import dev.feedforward.nn.training.Trainer;
import dev.feedforward.nn.training.TrainingPlan;
import dev.feedforward.nn.training.TrainingRows;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One seed gives one result: with every kernel, any number of threads and on every JDK that runs these tests. */
class ReproducibilityTests {

    static Stream<Named<Kernels>> kernels() {
        return Stream.of(
                Named.of("best", new Kernels()),
                Named.of("two threads", new Kernels(2)),
                Named.of("three threads", new Kernels(3)),
                Named.of("plain loops", Kernels.scalar()));
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void trainsTheSameBitsWithEveryActivation(Kernels kernels) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (Activation activation : Activation.values()) {
            if (activation != Activation.SOFTMAX) {
                digest.update(train(kernels, activation, 7, 13, 40));
            }
        }

        assertThat(HexFormat.of().formatHex(digest.digest()))
                .isEqualTo("5e4db7d31d0a2eb71cf33ee2631080d502d2ccbb8e9bd6db3cef7741c1c22309");
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void trainsTheSameBitsWhereProductsAreShared(Kernels kernels) throws Exception {
        byte[] weights = train(kernels, Activation.RELU, 301, 259, 3);

        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(weights)))
                .isEqualTo("f5de937a150b89fcb29f1c896266b1f5bf8d9b5b661a189e15e99601967a67b8");
    }

    private static byte[] train(Kernels kernels, Activation activation, int inputs, int neurons, int iterations) {
        Architecture architecture = new Architecture(
                inputs,
                List.of(
                        new LayerSpec(neurons, activation, true, 0.1),
                        new LayerSpec(neurons, activation, true),
                        new LayerSpec(3, Activation.SOFTMAX, true)));
        SplitMix random = new SplitMix(42);
        double[] values = new double[100 * inputs];
        double[] answers = new double[100 * 3];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextGaussian();
        }
        for (int i = 0; i < 100; i++) {
            answers[3 * i + random.nextInt(3)] = 1.0;
        }
        Samples samples = new Samples(new Matrix(100, inputs, values), new Matrix(100, 3, answers));
        Network network = Network.initialized(architecture, Initializer.HE_NORMAL, 9);
        TrainingPlan plan = new TrainingPlan(
                iterations,
                64,
                true,
                new Optimizer.Adam(0.9, 0.999, 1e-8, 0.01),
                0.01,
                new LearningRateSchedule(LearningRateSchedule.Kind.COSINE, 1.0, 1, 0.1, 5),
                Loss.CROSS_ENTROPY,
                new Regularization(1e-4, 1e-3, 5.0, 1.0),
                null,
                -1.0,
                3,
                10);
        new Trainer(network, TrainingRows.of(samples), plan, kernels).train(new Recording());
        return network.parameters().toBytes();
    }
}
