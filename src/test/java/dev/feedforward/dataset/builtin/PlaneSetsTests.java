package dev.feedforward.dataset.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.feedforward.nn.data.Matrix;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaneSetsTests {

    private record Labelled(double x, double y, boolean one) {

        double distance() {
            return Math.sqrt(x * x + y * y);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"circle", "xor-2d", "gauss", "spiral"})
    void setHalfAsideForTesting(String name) {
        Generated odd = generate(name, 0, 501);

        assertThat(odd.training().inputs().rows()).isEqualTo(251);
        assertThat(Objects.requireNonNull(odd.test()).inputs().rows()).isEqualTo(250);
    }

    @ParameterizedTest
    @ValueSource(strings = {"circle", "gauss", "spiral"})
    void haveAsManyOnesAsZeros(String name) {
        assertThat(points(name, 0).filter(Labelled::one)).hasSize(1_000);
    }

    @Test
    void haveAboutAsManyOnesAsZerosInTheSquare() {
        // 4 deviations of the binomial distribution.
        assertThat(points("xor-2d", 0).filter(Labelled::one).count()).isBetween(1_000L - 90, 1_000L + 90);
    }

    @Test
    void partTheCircleByTheDistance() {
        assertThat(points("circle", 0))
                .allMatch(p -> p.one() ? p.distance() < 2.5 : p.distance() >= 3.5 - 1e-12 && p.distance() < 5.0);
    }

    @Test
    void partTheSquareByTheSigns() {
        assertThat(points("xor-2d", 0))
                .allMatch(p -> p.one() == p.x() * p.y() > 0.0)
                .allMatch(p -> Math.abs(p.x()) >= 0.3 && Math.abs(p.x()) <= 5.3)
                .allMatch(p -> Math.abs(p.y()) >= 0.3 && Math.abs(p.y()) <= 5.3);
    }

    @Test
    void followTheSpirals() {
        assertThat(points("spiral", 0)).allSatisfy(p -> {
            double angle = p.distance() / 5.0 * 1.75 * 2.0 * Math.PI + (p.one() ? 0.0 : Math.PI);
            assertThat(p.x()).isCloseTo(p.distance() * Math.sin(angle), within(1e-9));
            assertThat(p.y()).isCloseTo(p.distance() * Math.cos(angle), within(1e-9));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 25, 50})
    void widenTheCloudsWithNoise(int noise) {
        double expected = 0.5 + 7.0 * noise / 100.0;
        double centre = points("gauss", noise)
                .mapToDouble(p -> p.one() ? p.x() : -p.x())
                .average()
                .orElseThrow();
        double variance = points("gauss", noise)
                .mapToDouble(p -> Math.pow((p.one() ? p.y() : -p.y()) - 2.0, 2))
                .average()
                .orElseThrow();

        assertThat(centre).isCloseTo(2.0, within(4.0 * Math.sqrt(expected / 2_000)));
        assertThat(variance).isCloseTo(expected, within(4.0 * expected * Math.sqrt(2.0 / 2_000)));
    }

    @Test
    void giveSomePointsTheOtherAnswerWithNoise() {
        assertThat(points("circle", 20)
                        .filter(p -> p.one() != p.distance() < 2.5)
                        .count())
                .isBetween(20L, 600L);
        assertThat(points("xor-2d", 20)
                        .filter(p -> p.one() != p.x() * p.y() > 0.0)
                        .count())
                .isBetween(20L, 600L);
    }

    @Test
    void moveSpiralsByTheNoiseAtMost() {
        double[] without = order(points("spiral", 0));
        double[] with = order(points("spiral", 50));

        assertThat(with).isNotEqualTo(without);
        assertThat(IntStream.range(0, with.length).mapToDouble(i -> Math.abs(with[i] - without[i])))
                .allMatch(off -> off <= 0.5);
    }

    private static double[] order(Stream<Labelled> points) {
        return points.mapToDouble(Labelled::x).toArray();
    }

    private static Generated generate(String name, int noise, int samples) {
        return BuiltInSets.find(name).orElseThrow().generate(noise, samples, 7L);
    }

    private static Stream<Labelled> points(String name, int noise) {
        Generated generated = generate(name, noise, 2_000);
        return Stream.of(generated.training(), generated.test()).flatMap(PlaneSetsTests::points);
    }

    private static Stream<Labelled> points(AnsweredRows rows) {
        Matrix inputs = rows.inputs();
        return IntStream.range(0, inputs.rows())
                .mapToObj(i -> new Labelled(
                        inputs.row(i)[0],
                        inputs.row(i)[1],
                        rows.answers().numbers().row(i)[0] == 1.0));
    }
}
