package dev.feedforward.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class InitializerTests {

    private static final int IN = 100;
    private static final int OUT = 300;

    private static final Architecture WIDE = new Architecture(
            IN, List.of(new LayerSpec(OUT, Activation.RELU, true), new LayerSpec(50, Activation.RELU, true)));

    static Stream<Arguments> uniforms() {
        return Stream.of(
                Arguments.of(Initializer.COURSE, 0, 1.0),
                Arguments.of(Initializer.COURSE, 1, 1.0),
                Arguments.of(Initializer.GLOROT_UNIFORM, 0, Math.sqrt(6.0 / (IN + OUT))),
                Arguments.of(Initializer.GLOROT_UNIFORM, 1, Math.sqrt(6.0 / (OUT + 50))),
                Arguments.of(Initializer.HE_UNIFORM, 0, Math.sqrt(6.0 / IN)),
                Arguments.of(Initializer.HE_UNIFORM, 1, Math.sqrt(6.0 / OUT)));
    }

    @ParameterizedTest
    @MethodSource("uniforms")
    void fillsAllOfItsBoundsWhenUniform(Initializer initializer, int layer, double bound) {
        double[] weights = fill(initializer, 1).weights(layer);

        assertThat(Arrays.stream(weights).max().orElseThrow()).isBetween(0.99 * bound, bound);
        assertThat(Arrays.stream(weights).min().orElseThrow()).isBetween(-bound, -0.99 * bound);
        assertMoments(weights, bound * bound / 3.0);
    }

    static Stream<Arguments> normals() {
        return Stream.of(
                Arguments.of(Initializer.GLOROT_NORMAL, 0, 2.0 / (IN + OUT)),
                Arguments.of(Initializer.GLOROT_NORMAL, 1, 2.0 / (OUT + 50)),
                Arguments.of(Initializer.HE_NORMAL, 0, 2.0 / IN),
                Arguments.of(Initializer.HE_NORMAL, 1, 2.0 / OUT));
    }

    @ParameterizedTest
    @MethodSource("normals")
    void hasTheVarianceOfItsPaperWhenNormal(Initializer initializer, int layer, double variance) {
        double[] weights = fill(initializer, 1).weights(layer);

        assertMoments(weights, variance);
        // Of a normal distribution 4.55 % lie beyond two deviations; of a uniform one none do.
        double beyond = Arrays.stream(weights)
                .filter(weight -> weight * weight > 4.0 * variance)
                .count();
        assertThat(beyond / weights.length).isBetween(0.035, 0.056);
    }

    @Test
    void drawsNothingWhenZeros() {
        Parameters parameters = fill(Initializer.ZEROS, 1);

        assertThat(parameters).isEqualTo(new Parameters(WIDE));
    }

    @ParameterizedTest
    @EnumSource(value = Initializer.class, names = "ZEROS", mode = EnumSource.Mode.EXCLUDE)
    void drawsAlikeWhenTheSeedIsTheSame(Initializer initializer) {
        Parameters parameters = fill(initializer, 7);

        assertThat(fill(initializer, 7)).isEqualTo(parameters);
        assertThat(fill(initializer, 8).weights(0)).isNotEqualTo(parameters.weights(0));
        assertThat(Arrays.copyOf(parameters.weights(0), 10)).isNotEqualTo(Arrays.copyOf(parameters.weights(1), 10));
    }

    @ParameterizedTest
    @EnumSource(Initializer.class)
    void leavesBiasesAtZero(Initializer initializer) {
        Parameters parameters = fill(initializer, 1);

        assertThat(parameters.biases(0)).containsOnly(0.0).hasSize(OUT);
        assertThat(parameters.biases(1)).containsOnly(0.0).hasSize(50);
    }

    @ParameterizedTest
    @EnumSource(value = Initializer.class, names = "ZEROS", mode = EnumSource.Mode.EXCLUDE)
    void overwritesWhatWasThere(Initializer initializer) {
        Parameters parameters = fill(initializer, 1);
        initializer.fill(parameters, WIDE, 2);

        assertThat(parameters).isEqualTo(fill(initializer, 2));
    }

    @Test
    void drawsAsNumpyDoesWhenCourse() {
        // numpy.random.seed(1); 2 * numpy.random.random(3) - 1
        assertThat(Arrays.copyOf(fill(Initializer.COURSE, 1).weights(0), 3))
                .containsExactly(
                        new double[] {-0.165955990594852, 0.4406489868843162, -0.9997712503653102}, within(1e-15));
    }

    @Test
    void refusesSeedsThatNumpyRefusesWhenCourse() {
        assertThatIllegalArgumentException().isThrownBy(() -> fill(Initializer.COURSE, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> fill(Initializer.COURSE, 4_294_967_296L));
    }

    private static Parameters fill(Initializer initializer, long seed) {
        Parameters parameters = new Parameters(WIDE);
        initializer.fill(parameters, WIDE, seed);
        return parameters;
    }

    private static void assertMoments(double[] weights, double variance) {
        double mean = Arrays.stream(weights).average().orElseThrow();
        double found = Arrays.stream(weights)
                .map(weight -> (weight - mean) * (weight - mean))
                .average()
                .orElseThrow();
        // 4 deviations of the mean of as many draws.
        assertThat(mean).isCloseTo(0.0, within(4.0 * Math.sqrt(variance / weights.length)));
        assertThat(found).isCloseTo(variance, within(0.05 * variance));
    }
}
