package dev.feedforward.plot.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThinningTests {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void keepsEndsAndEveryCurvesExtremesWhenThinned(long seed) {
        Random random = new Random(seed);
        double[][] ys = curves(random, 1 + random.nextInt(3), 500 + random.nextInt(2_000));
        int points = 2 + 2 * ys.length + random.nextInt(400);

        int[] kept = Thinning.indices(ys, points);

        assertThat(kept).hasSize(Math.min(points, ys[0].length)).isSorted().doesNotHaveDuplicates();
        assertThat(kept).startsWith(0).endsWith(ys[0].length - 1);
        for (double[] y : ys) {
            double[] there = finite(Arrays.stream(kept).mapToDouble(i -> y[i]).toArray());
            assertThat(Arrays.stream(there).max())
                    .isEqualTo(Arrays.stream(finite(y)).max());
            assertThat(Arrays.stream(there).min())
                    .isEqualTo(Arrays.stream(finite(y)).min());
        }
    }

    @Test
    void keepsALocalPeakWhenItIsFarFromTheGreatest() {
        double[] y = new double[1_000];
        y[100] = 9;
        y[777] = 1;
        y[778] = -1;

        assertThat(Thinning.indices(new double[][] {y}, 50)).contains(100, 777, 778);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 200, 997, 998, 999})
    void keepsAsManyAsAskedForOfASmoothCurve(int points) {
        double[] y =
                IntStream.range(0, 999).mapToDouble(i -> Math.exp(-i / 100.0)).toArray();

        assertThat(Thinning.indices(new double[][] {y}, points))
                .hasSize(points)
                .isSorted()
                .doesNotHaveDuplicates()
                .endsWith(998);
    }

    @Test
    void fillsTheRoomEvenly() {
        int[] kept = Thinning.indices(new double[][] {new double[1_000]}, 100);

        assertThat(IntStream.range(1, 100).map(i -> kept[i] - kept[i - 1])).allMatch(gap -> gap <= 21);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 6, 1_000})
    void keepsAllWhenThereIsRoom(int points) {
        assertThat(Thinning.indices(new double[][] {{1, 1, 1, 1, 1}}, points)).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void keepsTheLastThenTheEndsThenThePeakWhenThereIsRoomForFew() {
        double[][] ys = {{1, 2, 9, 2, -5, 2, 1}};

        assertThat(Thinning.indices(ys, 1)).containsExactly(6);
        assertThat(Thinning.indices(ys, 2)).containsExactly(0, 6);
        assertThat(Thinning.indices(ys, 3)).containsExactly(0, 2, 6);
        assertThat(Thinning.indices(ys, 4)).containsExactly(0, 2, 4, 6);
    }

    @Test
    void keepsPointsEvenlyWhenNoValueIsFinite() {
        double[] y = new double[100];
        Arrays.fill(y, Double.NaN);

        assertThat(Thinning.indices(new double[][] {y}, 10)).containsExactly(0, 7, 19, 31, 43, 56, 68, 80, 92, 99);
    }

    @Test
    void keepsNothingWhenThereIsNothing() {
        assertThat(Thinning.indices(new double[0][], 10)).isEmpty();
        assertThat(Thinning.indices(new double[2][0], 10)).isEmpty();
    }

    @Test
    void refusesWhenAskedForNoPointOrGivenUnequalCurves() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Thinning.indices(new double[1][3], 0))
                .withMessageContaining("not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Thinning.indices(new double[][] {{1, 2}, {1}}, 5))
                .withMessageContaining("not 2 and 1");
    }

    /** Random walks with gaps. */
    private static double[][] curves(Random random, int count, int length) {
        double[][] ys = new double[count][length];
        for (double[] y : ys) {
            double at = 0;
            for (int i = 0; i < length; i++) {
                at += random.nextGaussian();
                y[i] = random.nextInt(20) == 0 ? Double.NaN : at;
            }
        }
        return ys;
    }

    private static double[] finite(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).toArray();
    }
}
