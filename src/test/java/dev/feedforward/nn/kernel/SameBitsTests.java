package dev.feedforward.nn.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import jdk.incubator.vector.DoubleVector;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lanes, plain loops and threads all give what the definition gives, to the bit. */
class SameBitsTests {

    private static final int[] SIZES = {0, 1, 2, 3, 5, 7, 8, 9, 15, 16, 17, 31, 33, 65};
    private static final double[] SPECIAL = {
        0.0,
        -0.0,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Double.MIN_NORMAL,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        1.0,
        -1.0,
        Math.nextDown(1.0),
        0.35,
        -0.35,
        22.0,
        6.0,
        -40.0,
        709.78271289338,
        709.782712893385,
        710.0,
        -708.4,
        -745.13,
        -745.2,
        -746.0,
        1e-300,
        1e300
    };

    private final Random random = new Random(11);

    @BeforeAll
    static void theVectorModuleIsPresent() {
        assumeThat(new Kernels().name()).startsWith("Vector API");
    }

    private static Stream<Kernels> kernels() {
        return Stream.of(new Kernels(), Kernels.scalar(), new Kernels(2), new Kernels(3), Kernels.scalar(2));
    }

    /** The build runs this class once more with fewer lanes each than the machine may have. */
    @Test
    void computesInAsManyLanesAsTheBuildSays() {
        int own = DoubleVector.SPECIES_PREFERRED.length();
        int lanes = Integer.getInteger(VectorKernels.LANES_PROPERTY, own);

        assertThat(new Kernels().name()).isEqualTo("Vector API, %d lanes", Math.min(lanes, own));
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void multipliesOddSizesByTheDefinition(Kernels kernels) {
        for (int rows : SIZES) {
            for (int shared : SIZES) {
                for (int columns : SIZES) {
                    assertProductsFollowTheDefinition(kernels, rows, shared, columns, this::ordinary);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void multipliesSpecialValuesByTheDefinition(Kernels kernels) {
        for (int size : SIZES) {
            assertProductsFollowTheDefinition(kernels, size, 3, size, this::special);
            assertProductsFollowTheDefinition(kernels, size, 17, 33, this::special);
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void multipliesBeyondEveryBlockByTheDefinition(Kernels kernels) {
        assertProductsFollowTheDefinition(kernels, 199, 520, 31, this::ordinary);
        assertProductsFollowTheDefinition(kernels, 7, 257, 1030, this::ordinary);
        assertProductsFollowTheDefinition(kernels, 401, 300, 10, this::ordinary);
        assertProductsFollowTheDefinition(kernels, 1, 3000, 1, this::ordinary);
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void keepsTheSignOfASumThatUnderflows(Kernels kernels) {
        double[] a = numbers(40 * 40, any -> -Double.MIN_VALUE);
        double[] b = numbers(40 * 40, any -> Double.MIN_VALUE);
        double[] c = new double[40 * 40];

        kernels.product(a, b, c, 40, 40, 40);

        assertThat(bits(c)).containsOnly(Double.doubleToLongBits(-0.0));
    }

    @RepeatedTest(20)
    void sharesWorkAmongThreadsWithoutAnEffect() {
        int size = 100 + random.nextInt(100);
        double[] a = numbers(size * size, this::ordinary);
        double[] b = numbers(size * size, this::ordinary);
        double[] alone = new double[size * size];
        double[] together = new double[size * size];
        Kernels one = new Kernels();
        Kernels many = new Kernels(4);
        for (int i = 0; i < 20; i++) {
            one.product(a, b, alone, size, size, size);
            many.product(a, b, together, size, size, size);
            assertThat(Arrays.equals(alone, together)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 5, 7, 8, 9, 15, 16, 17, 31, 33, 1000, 100_003})
    void computesFunctionsOfEveryLengthAlike(int length) {
        assertFunctionsAgree(numbers(length, any -> 3 * random.nextGaussian()));
        assertFunctionsAgree(numbers(length, this::special));
    }

    @Test
    void computesFunctionsOfAnyBitsAlike() {
        assertFunctionsAgree(numbers(300_000, any -> Double.longBitsToDouble(random.nextLong())));
        assertFunctionsAgree(numbers(300_000, any -> 1500 * random.nextDouble() - 750));
    }

    private void assertProductsFollowTheDefinition(Kernels kernels, int rows, int shared, int columns, Number number) {
        double[] a = numbers(rows * shared, number);
        double[] b = numbers(shared * columns, number);
        long[] expected = bits(define(a, b, rows, shared, columns));
        double[] c = numbers(rows * columns, this::special);
        String shape = "%s: %d × %d × %d".formatted(kernels.name(), rows, shared, columns);

        kernels.product(a, b, c, rows, shared, columns);
        assertThat(bits(c)).as(shape).isEqualTo(expected);

        kernels.productTransposedRight(a, transpose(b, shared, columns), c, rows, shared, columns);
        assertThat(bits(c)).as(shape).isEqualTo(expected);

        kernels.productTransposedLeft(transpose(a, rows, shared), b, c, rows, shared, columns);
        assertThat(bits(c)).as(shape).isEqualTo(expected);
    }

    private static double[] define(double[] a, double[] b, int rows, int shared, int columns) {
        double[] c = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < shared; k++) {
                for (int j = 0; j < columns; j++) {
                    c[i * columns + j] = Math.fma(a[i * shared + k], b[k * columns + j], c[i * columns + j]);
                }
            }
        }
        return c;
    }

    private static void assertFunctionsAgree(double[] z) {
        List<double[]> expected = values(Kernels.scalar(), z);
        List<double[]> actual = values(new Kernels(), z);
        for (int i = 0; i < actual.size(); i++) {
            assertThat(bits(actual.get(i))).as("function %d", i).isEqualTo(bits(expected.get(i)));
        }
    }

    /** Of each function in turn. */
    private static List<double[]> values(Kernels kernels, double[] z) {
        return Stream.<Consumer<double[]>>of(
                        a -> kernels.exp(z, a, z.length),
                        a -> kernels.expm1(z, a, z.length),
                        a -> kernels.sigmoid(z, a, z.length),
                        a -> kernels.tanh(z, a, z.length),
                        a -> kernels.softplus(z, a, z.length),
                        a -> kernels.erf(z, a, z.length))
                .map(function -> {
                    double[] values = new double[z.length];
                    function.accept(values);
                    return values;
                })
                .toList();
    }

    private interface Number {
        double at(int index);
    }

    private double ordinary(int index) {
        return random.nextGaussian();
    }

    private double special(int index) {
        return random.nextInt(3) == 0 ? random.nextGaussian() : SPECIAL[random.nextInt(SPECIAL.length)];
    }

    private static double[] numbers(int count, Number number) {
        double[] numbers = new double[count];
        Arrays.setAll(numbers, number::at);
        return numbers;
    }

    /** Raw bits, but for NaN, whose payload Java leaves open. */
    private static long[] bits(double[] numbers) {
        return DoubleStream.of(numbers).mapToLong(Double::doubleToLongBits).toArray();
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
