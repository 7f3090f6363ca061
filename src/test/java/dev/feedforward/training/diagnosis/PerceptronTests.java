package dev.feedforward.training.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.nn.data.Matrix;
import dev.feedforward.training.diagnosis.Perceptron.Verdict;
import org.junit.jupiter.api.Test;

class PerceptronTests {

    private static final long WORK = 1_000_000;

    /** All pairs of bits, with a 1 for the bias. */
    private static final Matrix PAIRS =
            Matrix.of(new double[] {0, 0, 1}, new double[] {0, 1, 1}, new double[] {1, 0, 1}, new double[] {1, 1, 1});

    @Test
    void separatesTwoClassesAndThree() {
        Matrix line = Matrix.of(new double[] {-1, 1}, new double[] {0, 1}, new double[] {1, 1});

        assertThat(new Perceptron(PAIRS, new int[] {0, 0, 0, 1}, 2).run(WORK, true))
                .isEqualTo(Verdict.SEPARATED);
        assertThat(new Perceptron(line, new int[] {0, 1, 2}, 3).run(WORK, true)).isEqualTo(Verdict.SEPARATED);
    }

    @Test
    void provesByACircleOnlyWhereSumsAreExact() {
        int[] xor = {0, 1, 1, 0};

        assertThat(new Perceptron(PAIRS, xor, 2).run(WORK, true)).isEqualTo(Verdict.INSEPARABLE);
        assertThat(new Perceptron(PAIRS, xor, 2).run(WORK, false)).isEqualTo(Verdict.HARDLY);
    }

    @Test
    void leavesOpenWhatItHasNoTimeFor() {
        assertThat(new Perceptron(PAIRS, new int[] {0, 1, 1, 0}, 2).run(0, true))
                .isEqualTo(Verdict.UNKNOWN);
    }
}
