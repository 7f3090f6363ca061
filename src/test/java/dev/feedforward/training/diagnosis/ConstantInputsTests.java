package dev.feedforward.training.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.nn.data.Matrix;
import org.junit.jupiter.api.Test;

class ConstantInputsTests {

    private static final Matrix ROWS = Matrix.of(new double[] {0, 7, 1, 2.5}, new double[] {0, 7, 2, 2.5});

    @Test
    void namesTheColumnsAndTheirValues() {
        assertThat(ConstantInputs.find(ROWS, true)).hasValueSatisfying(warning -> {
            assertThat(warning.code()).isEqualTo("constant_input");
            assertThat(warning.detail())
                    .startsWith("3 of the 4 inputs (counted from 1) are the same in all 2 training rows:"
                            + " input 1 is 0, input 2 is 7, input 4 is 2.5.");
            assertThat(warning.action()).contains("Leave");
        });
    }

    @Test
    void letsOneConstantStandInForMissingBiases() {
        assertThat(ConstantInputs.find(ROWS, false))
                .hasValueSatisfying(warning ->
                        assertThat(warning.detail()).contains("2 of the 4", "input 1 is 0, input 4 is 2.5."));
        assertThat(ConstantInputs.find(Matrix.of(new double[] {1, 3}, new double[] {1, 4}), false))
                .isEmpty();
    }

    @Test
    void listsTheFirstFiveOfMany() {
        assertThat(ConstantInputs.find(new Matrix(3, 40, new double[120]), true))
                .hasValueSatisfying(
                        warning -> assertThat(warning.detail()).contains("40 of the 40", "input 5 is 0 and 35 more."));
    }

    @Test
    void saysNothingWhereEveryInputChanges() {
        assertThat(ConstantInputs.find(Matrix.of(Warned.ALL_PAIRS), true)).isEmpty();
    }
}
