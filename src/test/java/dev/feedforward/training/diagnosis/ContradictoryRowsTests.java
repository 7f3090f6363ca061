package dev.feedforward.training.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.nn.data.Matrix;
import dev.feedforward.nn.data.Samples;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContradictoryRowsTests {

    private static final Matrix INPUTS = Matrix.of(
            new double[] {0, 1}, new double[] {1, 0}, new double[] {1, 0}, new double[] {-0.0, 1}, new double[] {0, 1});

    @Test
    void countsThemAndNamesTheFirstTwo() {
        assertThat(ContradictoryRows.find(new Samples(INPUTS, Warned.column(0, 1, 1, 1, 1))))
                .hasValueSatisfying(warning -> {
                    assertThat(warning.code()).isEqualTo("contradictory_rows");
                    assertThat(warning.detail())
                            .startsWith("2 of the 5 training rows have the same inputs as an earlier row but another"
                                    + " answer; the first such pair are rows 1 and 4 (counted from 1).");
                });
    }

    @Test
    void allowsRowsThatAgree() {
        assertThat(ContradictoryRows.find(new Samples(INPUTS, Warned.column(0, 1, 1, 0, 0))))
                .isEmpty();
    }

    @Test
    void allowsNumbersToDifferFromOneMeasurementToTheNext() {
        assertThat(ContradictoryRows.find(new Samples(INPUTS, Warned.column(0, 1, 1, 0, 0.5))))
                .isEmpty();
    }

    @Test
    void findsTheOnlyOneAmongManyRows() {
        Random random = new Random(3);
        Matrix inputs = new Matrix(50_000, 4, random.doubles(200_000).toArray());
        double[] answers = new double[50_000];
        System.arraycopy(inputs.values(), 4 * 123, inputs.values(), 4 * 45_678, 4);
        answers[45_678] = 1;

        assertThat(ContradictoryRows.find(new Samples(inputs, Warned.column(answers))))
                .hasValueSatisfying(warning -> assertThat(warning.detail())
                        .startsWith("1 of the 50,000 training rows has")
                        .contains("rows 124 and 45679"));
    }
}
