package dev.feedforward.training.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.model.metrics.OutputMeaning;
import dev.feedforward.nn.Activation;
import dev.feedforward.nn.LayerSpec;
import dev.feedforward.nn.data.Matrix;
import dev.feedforward.nn.data.Samples;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class SeparabilityTests {

    @Test
    void provesThatNoLineSeparatesXor() {
        assertThat(yesOrNo(true, Warned.xor())).hasValueSatisfying(warning -> {
            assertThat(warning.code()).isEqualTo("not_separable");
            assertThat(warning.detail())
                    .startsWith("No line (plane, with more inputs) separates the rows of answer 0 from those of answer"
                            + " 1, and a network without a hidden layer");
            assertThat(warning.action()).contains("Add a hidden layer");
        });
    }

    @Test
    void findsALineWhereThereIsOne() {
        for (double[] answers : new double[][] {{0, 0, 0, 1}, {0, 1, 1, 1}, {1, 1, 1, 0}}) {
            assertThat(yesOrNo(true, new Samples(Matrix.of(Warned.ALL_PAIRS), Warned.column(answers))))
                    .isEmpty();
        }
    }

    @Test
    void keepsTheLineToTheOriginWithoutBiases() {
        Samples and = new Samples(Matrix.of(Warned.ALL_PAIRS), Warned.column(0, 0, 0, 1));

        assertThat(yesOrNo(false, and)).hasValueSatisfying(warning -> {
            assertThat(warning.detail()).contains("through the origin");
            assertThat(warning.action()).contains("network.bias");
        });
    }

    @Test
    void provesParityOfFourBitsAndFindsMajorityOfFive() {
        assertThat(yesOrNo(true, bits(4, ones -> ones % 2 == 1))).isPresent();
        assertThat(yesOrNo(true, bits(5, ones -> ones > 2))).isEmpty();
    }

    @Test
    void looksAtEveryOutputOfItsOwn() {
        Matrix answers = Matrix.of(new double[] {0, 0}, new double[] {0, 1}, new double[] {0, 1}, new double[] {1, 0});

        assertThat(Separability.find(
                        OutputMeaning.BITS, layer(true), new Samples(Matrix.of(Warned.ALL_PAIRS), answers)))
                .hasValueSatisfying(warning -> assertThat(warning.detail()).contains("of output 2 (counted from 1)"));
    }

    @Test
    void separatesThreeClassesTogetherWhereNoneIsSeparableFromTheRest() {
        // The middle one of three on a line: no line parts it from both others, but its score can be the highest.
        Matrix inputs = Warned.column(-1000, -999, 0, 1, 1000, 1001);
        Matrix oneHot = Matrix.of(
                new double[] {1, 0, 0},
                new double[] {1, 0, 0},
                new double[] {0, 1, 0},
                new double[] {0, 1, 0},
                new double[] {0, 0, 1},
                new double[] {0, 0, 1});

        assertThat(Separability.find(OutputMeaning.CLASSES, layer(true), new Samples(inputs, oneHot)))
                .isEmpty();
    }

    @Test
    void suspectsCloudsThatOverlapButNotThoseThatDoNot() {
        assertThat(yesOrNo(true, clouds(0.5)))
                .hasValueSatisfying(
                        warning -> assertThat(warning.detail()).contains("unless with a margin of less than 0.001"));
        assertThat(yesOrNo(true, clouds(3))).isEmpty();
    }

    private static Optional<Warning> yesOrNo(boolean bias, Samples samples) {
        return Separability.find(OutputMeaning.YES_OR_NO, layer(bias), samples);
    }

    private static LayerSpec layer(boolean bias) {
        return new LayerSpec(1, Activation.SIGMOID, bias);
    }

    private static Samples bits(int count, IntPredicate answer) {
        double[][] rows = new double[1 << count][count];
        double[] answers = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < count; j++) {
                rows[i][j] = i >> j & 1;
            }
            answers[i] = answer.test(Integer.bitCount(i)) ? 1 : 0;
        }
        return new Samples(Matrix.of(rows), Warned.column(answers));
    }

    /** Two squares with sides of 2, their centres {@code 2 · distance} apart. */
    private static Samples clouds(double distance) {
        Random random = new Random(11);
        double[][] rows = new double[200][];
        double[] answers = new double[200];
        for (int i = 0; i < 200; i++) {
            answers[i] = i % 2;
            double centre = i % 2 == 0 ? -distance : distance;
            rows[i] = new double[] {centre + 2 * random.nextDouble() - 1, 2 * random.nextDouble() - 1};
        }
        return new Samples(Matrix.of(rows), Warned.column(answers));
    }
}
