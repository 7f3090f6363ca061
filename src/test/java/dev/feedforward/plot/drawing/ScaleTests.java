package dev.feedforward.plot.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScaleTests {

    @Test
    void startsAtZeroWhenNoValueIsNegative() {
        assertThat(labels(Scale.fromZero(new double[] {0.461, 0.00485}))).containsExactly("0", "0.461");
        assertThat(labels(Scale.of(new double[] {0.461, 0.00485}))).containsExactly("0.00485", "0.461");
    }

    @Test
    void startsBelowZeroWhenAValueIsNegative() {
        assertThat(labels(Scale.fromZero(new double[] {-2, 4}))).containsExactly("-2", "4");
    }

    @Test
    void groupsThousands() {
        assertThat(labels(Scale.of(new double[] {0, 9990}))).containsExactly("0", "9,990");
    }

    @Test
    void labelsTheWholeAxisOneWayWhenNumbersAreSmall() {
        Scale scale = Scale.fromZero(new double[] {0.0004});

        assertThat(scale.label(scale.high() / 40)).isEqualTo("0.00001");
        assertThat(labels(Scale.of(new double[] {-3e-7, 2.5e-7}))).containsExactly("-3e-7", "2.5e-7");
    }

    @Test
    void putsTheNumberInTheMiddleWhenAllAreEqual() {
        Scale scale = Scale.of(new double[] {-3, -3});

        assertThat(scale.inUnits(new double[] {-3})[0] - scale.low()).isCloseTo(scale.span() / 2, within(1e-9));
    }

    @Test
    void reachesFromZeroToOneWhenThereIsNothingElse() {
        assertThat(labels(Scale.of(new double[0]))).containsExactly("0", "1");
        assertThat(labels(Scale.fromZero(new double[] {0, 0}))).containsExactly("0", "1");
    }

    static Stream<double[]> extremes() {
        return Stream.of(
                new double[] {7},
                new double[] {Double.MIN_VALUE},
                new double[] {1e-299, 2e-299},
                new double[] {-1e-299, 1e-299},
                new double[] {1e300, Double.MAX_VALUE},
                new double[] {-Double.MAX_VALUE, Double.MAX_VALUE},
                new double[] {-1e15, -1e15 + 1},
                new double[] {1e6, 1e6 + 1},
                new double[] {-1, -1 + 2e-9},
                new double[] {-1e-300, 1e300});
    }

    @ParameterizedTest
    @MethodSource("extremes")
    void hasUnitsNearTheLengthWhenNumbersAreExtreme(double[] values) {
        for (Scale scale : new Scale[] {Scale.of(values), Scale.fromZero(values)}) {
            assertThat(scale.span()).isBetween(0.99, 10.01);
            assertThat(Arrays.stream(scale.inUnits(values)))
                    .allMatch(value -> value >= scale.low() && value <= scale.high());
            assertThat(labels(scale)).doesNotHaveDuplicates();
        }
    }

    private static String[] labels(Scale scale) {
        return new String[] {scale.label(scale.low()), scale.label(scale.high())};
    }
}
