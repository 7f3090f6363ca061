package dev.feedforward.dataset.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.feedforward.database.StoredJson;
import dev.feedforward.nn.data.Matrix;
import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class StandardizationTests {

    private static final Matrix ROWS = Matrix.of(
            new double[] {1, 200, 7}, new double[] {2, -100, 7}, new double[] {4, 50, 7}, new double[] {8, 1000, 7});

    private final Standardization fitted = Standardization.fit(ROWS);

    @Test
    void agreesWithScikitLearn() {
        // StandardScaler of scikit-learn 1.2.1.
        assertThat(fitted.mean()).containsExactly(3.75, 287.5, 7.0);
        assertThat(fitted.deviation())
                .containsExactly(new double[] {2.680951323690902, 424.8161366991607, 1.0}, near());
        assertThat(fitted.apply(ROWS).values())
                .containsExactly(
                        new double[] {
                            -1.025755289064345,
                            -0.20597146021777488,
                            0.0,
                            -0.6527533657682196,
                            -0.9121593238215745,
                            0.0,
                            0.09325048082403138,
                            -0.5590653920196746,
                            0.0,
                            1.5852581740085334,
                            1.6771961760590242,
                            0.0
                        },
                        near());
    }

    @Test
    void leavesTheRowsAsTheyWere() {
        Matrix standardized = fitted.apply(ROWS);

        assertThat(ROWS.values()[0]).isEqualTo(1.0);
        assertThat(fitted.invert(standardized).values()).containsExactly(ROWS.values(), near());
        assertThat(standardized.values()[0]).isNegative();
    }

    @Test
    void appliesToRowsThatItWasNotFittedTo() {
        Matrix other = fitted.apply(Matrix.of(new double[] {3.75, 712.3161366991607, 9}));

        assertThat(other.values()).containsExactly(new double[] {0, 1, 2}, near());
        assertThatThrownBy(() -> fitted.apply(Matrix.of(new double[] {1, 2})))
                .hasMessageContaining("2 columns, fitted to 3");
        assertThatThrownBy(() -> Standardization.fit(Matrix.of())).hasMessageContaining("no rows");
    }

    @Test
    void losesNoDigitsFarFromZero() {
        Random random = new Random(7);
        double[] near = random.doubles(10_000).toArray();
        double[] far = Arrays.stream(near).map(value -> value + (1L << 30)).toArray();

        double deviation = Standardization.fit(new Matrix(10_000, 1, near)).deviation()[0];
        double farDeviation = Standardization.fit(new Matrix(10_000, 1, far)).deviation()[0];

        assertThat(farDeviation).isCloseTo(deviation, within(1e-9));
    }

    @Test
    void takesAColumnOfOneValueAsConstantWhateverItsMeanRoundsTo() {
        double[] tenths = new double[1_000];
        Arrays.fill(tenths, 0.1);

        Standardization constant = Standardization.fit(new Matrix(1_000, 1, tenths));

        assertThat(constant.mean()).containsExactly(0.1);
        assertThat(constant.deviation()).containsExactly(1.0);
    }

    @Test
    void neitherOverflowsNorUnderflows() {
        Matrix extreme = Matrix.of(
                new double[] {-1.7e308, 1e-200, Double.MIN_VALUE},
                new double[] {1.7e308, 3e-200, 2 * Double.MIN_VALUE},
                new double[] {1.7e308, 3e-200, 2 * Double.MIN_VALUE});

        Matrix standardized = Standardization.fit(extreme).apply(extreme);

        double root = Math.sqrt(2);
        assertThat(standardized.row(0)[0]).isCloseTo(-root, within(1e-12));
        assertThat(standardized.row(1)[0]).isCloseTo(root / 2, within(1e-12));
        assertThat(standardized.row(0)[1]).isCloseTo(-root, within(1e-12));
        assertThat(Arrays.stream(standardized.values())).allMatch(Double::isFinite);
    }

    @Test
    void isTheSameBitsWhenFittedAgainOrStored() {
        StoredJson json = new StoredJson();

        assertThat(Standardization.fit(ROWS)).isEqualTo(fitted).hasSameHashCodeAs(fitted);
        assertThat(json.read(json.write(fitted), Standardization.class)).isEqualTo(fitted);
    }

    private static Offset<Double> near() {
        return within(1e-12);
    }
}
