package dev.feedforward.nn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.nn.data.Matrix;
import dev.feedforward.nn.data.Samples;
import dev.feedforward.nn.kernel.Kernels;
import dev.feedforward.nn.random.SplitMix64;
import dev.feedforward.nn.training.LearningRateSchedule;
import dev.feedforward.nn.training.Optimizer;
import dev.feedforward.nn.training.Regularization;
import dev.feedforward.nn.training.Trainer;
import dev.feedforward.nn.training.TrainingPlan;
import dev.feedforward.nn.training.TrainingRows;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
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

    /** The weights that came of it, as SHA-256. */
    private static final Map<Activation, String> TRAINED = Map.ofEntries(
            Map.entry(Activation.SIGMOID, "ac5b5c8464488964d227b3e25f868e91f9cb8b9c267808b50fd5312db3d7b9e8"),
            Map.entry(Activation.TANH, "27aad34864c9519353dadfb06626fb7b80afde30feeaf21231fe23213ea6c426"),
            Map.entry(Activation.RELU, "ceaf7ec9afca45e641a035bf95a5d7b507e4a30b81010ae609ed34bb79c3f3c6"),
            Map.entry(Activation.LEAKY_RELU, "453534d282156873a926e2966555cbf0cc421542dec930b572550e3c81d18d4e"),
            Map.entry(Activation.ELU, "0903c5c7221a0e23a6ab73d5e0b6199784d33518c8993c98cb75abbdc49e024d"),
            Map.entry(Activation.SOFTPLUS, "3f94acf5e689194b31e7b357a339e62ef50268380c7df63eb68def476467ad3f"),
            Map.entry(Activation.SILU, "acfca6780d2da83f4959fc8c23e611d1f6217db975c4967653861595821c4354"),
            Map.entry(Activation.GELU, "56cff6647045fe958fead2e612069caeb22eaa0e14fdeac744051e93be1fe0c4"),
            Map.entry(Activation.MISH, "afd639be601dafca898ae613b56045bb3df4519336d08aa38831f44765c1634f"),
            Map.entry(Activation.GAUSSIAN, "18156a039a42660e9739237c268be090d879edcaf273c58e89898d75f9bbf8da"),
            Map.entry(Activation.IDENTITY, "9b6ea44603ac288d5c9db4e3cd04ea6dcfa61cb57b0c27efb9b231575671a6b7"));

    @ParameterizedTest
    @MethodSource("kernels")
    void trainsTheSameBitsWithEveryActivation(Kernels kernels) throws Exception {
        for (Activation activation : Activation.values()) {
            if (activation != Activation.SOFTMAX) {
                assertThat(digest(train(kernels, activation, 7, 13, 40)))
                        .describedAs(activation.name())
                        .isEqualTo(TRAINED.get(activation));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void trainsTheSameBitsWhereProductsAreShared(Kernels kernels) throws Exception {
        byte[] weights = train(kernels, Activation.RELU, 301, 259, 3);

        assertThat(digest(weights)).isEqualTo("f5de937a150b89fcb29f1c896266b1f5bf8d9b5b661a189e15e99601967a67b8");
    }

    private static String digest(byte[] weights) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(weights));
    }

    private static byte[] train(Kernels kernels, Activation activation, int inputs, int neurons, int iterations) {
        Architecture architecture = new Architecture(
                inputs,
                List.of(
                        new LayerSpec(neurons, activation, true, 0.1),
                        new LayerSpec(neurons, activation, true),
                        new LayerSpec(3, Activation.SOFTMAX, true)));
        SplitMix64 random = new SplitMix64(42);
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
