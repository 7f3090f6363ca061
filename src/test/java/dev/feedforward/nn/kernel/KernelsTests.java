package dev.feedforward.nn.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelsTests {

    private final Kernels kernels = new Kernels();
    private final Random random = new Random(5);

    @ParameterizedTest
    @CsvSource({"1,1,1", "2,3,5", "5,4,1", "1,17,3", "7,1,9", "33,31,29"})
    void sumsEveryElementInAscendingOrderWithFusedMultiplyAdd(int rows, int shared, int columns) {
        double[] a = numbers(rows * shared);
        double[] b = numbers(shared * columns);
        double[] expected = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                for (int k = 0; k < shared; k++) {
                    expected[i * columns + j] =
                            Math.fma(a[i * shared + k], b[k * columns + j], expected[i * columns + j]);
                }
            }
        }

        double[] c = numbers(rows * columns);
        kernels.product(a, b, c, rows, shared, columns);
        assertThat(c).containsExactly(expected);

        c = numbers(rows * columns);
        kernels.productTransposedRight(a, transpose(b, shared, columns), c, rows, shared, columns);
        assertThat(c).containsExactly(expected);

        c = numbers(rows * columns);
        kernels.productTransposedLeft(transpose(a, rows, shared), b, c, rows, shared, columns);
        assertThat(c).containsExactly(expected);
    }

    @Test
    void addsARowToEveryRowAndSumsColumns() {
        double[] matrix = {1, 2, 3, 4, 5, 6};

        kernels.addToRows(matrix, new double[] {10, 20, 30}, 2, 3);
        assertThat(matrix).containsExactly(11, 22, 33, 14, 25, 36);

        double[] sums = {9, 9, 9};
        kernels.sumColumns(matrix, sums, 2, 3);
        assertThat(sums).containsExactly(25, 47, 69);
    }

    @Test
    void keepsSigmoidAndTanhInRangeForAnyNumber() {
        double[] z = {-1e308, -745, -1, 0, 1, 745, 1e308, Double.NaN};
        double[] a = new double[z.length];

        kernels.sigmoid(z, a, z.length);
        assertThat(a[0]).isZero();
        assertThat(a[3]).isEqualTo(0.5);
        assertThat(a[6]).isEqualTo(1.0);
        assertThat(a[7]).isNaN();

        kernels.tanh(z, a, z.length);
        assertThat(a[0]).isEqualTo(-1.0);
        assertThat(a[3]).isZero();
        assertThat(a[6]).isEqualTo(1.0);
    }

    @Test
    void refusesArraysShorterThanTheirShape() {
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> kernels.product(new double[3], new double[4], new double[4], 2, 2, 2));
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> kernels.sumColumns(new double[6], new double[2], 2, 3));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> kernels.product(new double[0], new double[0], new double[0], 1 << 20, 1 << 20, 0));
    }

    private double[] numbers(int count) {
        return random.doubles(count, -1, 1).toArray();
    }

    private static double[] transpose(double[] matrix, int rows, int columns) {
        double[] transposed = new double[matrix.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                transposed[j * rows + i] = matrix[i * columns + j];
            }
        }
        return transposed;
    }
}
