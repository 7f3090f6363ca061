package dev.feedforward.training.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.nn.data.Matrix;
import org.junit.jupiter.api.Test;

class UnscaledInputsTests {

    @Test
    void namesInputsFarFromZeroOrWidelySpread() {
        Matrix rows = Matrix.of(new double[] {0.5, 2000, -30}, new double[] {0.7, 2002, 30});

        assertThat(UnscaledInputs.find(rows, false)).hasValueSatisfying(warning -> {
            assertThat(warning.code()).isEqualTo("unscaled_inputs");
            assertThat(warning.detail())
                    .startsWith("2 of the 3 inputs")
                    .contains("input 2 has the mean 2,001 and the standard deviation 1,")
                    .contains("input 3 has the mean 0 and the standard deviation 30.");
        });
    }

    @Test
    void comparesInputsOfVeryDifferentSize() {
        Matrix rows = Matrix.of(new double[] {0.001, 4, 0}, new double[] {0.002, -3, 0});

        assertThat(UnscaledInputs.find(rows, false))
                .hasValueSatisfying(warning -> assertThat(warning.detail())
                        .startsWith("Input 2 reaches 4, input 1 only 0.002 (counted from 1)"));
    }

    @Test
    void leavesBitsRareBitsAndFaintPixelsInPeace() {
        double[] rare = new double[20_000];
        rare[1] = 1;
        for (int i = 0; i < rare.length; i += 4) {
            rare[i] = 1;
        }

        assertThat(UnscaledInputs.find(Matrix.of(Warned.ALL_PAIRS), false)).isEmpty();
        assertThat(UnscaledInputs.find(new Matrix(10_000, 2, rare), false)).isEmpty();
        assertThat(UnscaledInputs.find(Matrix.of(new double[] {1, 0.003}, new double[] {0.2, 0}), false))
                .isEmpty();
    }
}
