package dev.feedforward.nn.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors are measured in units in the last place of the true value, against series summed with 50 digits. */
class FunctionsTests {

    private static final MathContext DIGITS = new MathContext(50);
    /** In each range; {@code -Dsamples=30000} takes a minute. */
    private static final int SAMPLES = Integer.getInteger("samples", 1_500);

    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** π to 60 digits. */
    private static final BigDecimal PI =
            new BigDecimal("3.14159265358979323846264338327950288419716939937510582097494");

    private final Random random = new Random(3);

    @Test
    void exp() {
        assertError(Functions::exp, FunctionsTests::exactExp, 0.85, 1, 30, 708);
    }

    @Test
    void expBelowTheNormalNumbers() {
        assertError(x -> Functions.exp(x - 725), x -> exactExp(new BigDecimal(x.doubleValue() - 725)), 1.0, 16);
    }

    @Test
    void expm1() {
        assertError(Functions::expm1, x -> exactExp(x).subtract(ONE), 2.5, 1e-9, 1, 3, 30, 700);
    }

    @Test
    void sigmoid() {
        assertError(
                Functions::sigmoid, x -> ONE.divide(ONE.add(exactExp(x.negate())), DIGITS), 2.5, 1e-9, 1, 4, 30, 700);
    }

    @Test
    void tanh() {
        assertError(
                Functions::tanh,
                x -> {
                    BigDecimal e = exactExp(x.multiply(TWO)).subtract(ONE);
                    return e.divide(e.add(TWO), DIGITS);
                },
                2.5,
                1e-9,
                0.3,
                1,
                5,
                30);
    }

    @Test
    void softplus() {
        assertError(Functions::softplus, x -> exactLog(ONE.add(exactExp(x))), 3.0, 1e-3, 1, 5, 40);
    }

    @Test
    void erf() {
        assertError(Functions::erf, FunctionsTests::exactErf, 1.2, 1e-9, 0.1, 1, 2, 6);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0, -0.0, 4.9e-324, -4.9e-324, 1e-310, -1e-300, 1e-20})
    void leavesTheSmallestNumbersAsTheyAre(double x) {
        assertThat(Functions.expm1(x)).isEqualTo(x);
        assertThat(Functions.tanh(x)).isEqualTo(x);
        assertThat(Functions.erf(x)).isEqualTo(x == 0.0 ? x : x * (2 / Math.sqrt(Math.PI)));
        assertThat(Functions.exp(x)).isEqualTo(1.0);
        assertThat(Functions.sigmoid(x)).isEqualTo(0.5);
    }

    @Test
    void reachesTheLimits() {
        double infinity = Double.POSITIVE_INFINITY;

        assertThat(Functions.exp(infinity)).isEqualTo(infinity);
        assertThat(Functions.exp(709.782712893384)).isFinite();
        assertThat(Functions.exp(709.782712893385)).isEqualTo(infinity);
        assertThat(Functions.exp(-745.13)).isEqualTo(Double.MIN_VALUE);
        assertThat(Functions.exp(-745.14)).isZero();
        assertThat(Functions.exp(-infinity)).isZero();
        assertThat(Functions.expm1(infinity)).isEqualTo(infinity);
        assertThat(Functions.expm1(-infinity)).isEqualTo(-1.0);
        assertThat(Functions.sigmoid(infinity)).isEqualTo(1.0);
        assertThat(Functions.sigmoid(-infinity)).isZero();
        assertThat(Functions.tanh(infinity)).isEqualTo(1.0);
        assertThat(Functions.tanh(-infinity)).isEqualTo(-1.0);
        assertThat(Functions.softplus(infinity)).isEqualTo(infinity);
        assertThat(Functions.softplus(-infinity)).isZero();
        assertThat(Functions.erf(infinity)).isEqualTo(1.0);
        assertThat(Functions.erf(-infinity)).isEqualTo(-1.0);
    }

    @Test
    void letsNanPass() {
        assertThat(Functions.exp(Double.NaN)).isNaN();
        assertThat(Functions.expm1(Double.NaN)).isNaN();
        assertThat(Functions.sigmoid(Double.NaN)).isNaN();
        assertThat(Functions.tanh(Double.NaN)).isNaN();
        assertThat(Functions.softplus(Double.NaN)).isNaN();
        assertThat(Functions.erf(Double.NaN)).isNaN();
    }

    private void assertError(
            DoubleUnaryOperator function, Function<BigDecimal, BigDecimal> exact, double bound, double... scales) {
        double worst = 0;
        double worstAt = 0;
        for (double scale : scales) {
            for (int i = 0; i < SAMPLES; i++) {
                double x = scale * (2 * random.nextDouble() - 1);
                BigDecimal truth = exact.apply(new BigDecimal(x));
                double error = new BigDecimal(function.applyAsDouble(x))
                        .subtract(truth)
                        .divide(new BigDecimal(Math.ulp(truth.doubleValue())), DIGITS)
                        .abs()
                        .doubleValue();
                if (error > worst) {
                    worst = error;
                    worstAt = x;
                }
            }
        }
        assertThat(worst).as("ulp, at %s", worstAt).isLessThan(bound);
    }

    /** Taylor's series of the argument divided by 2¹², then squared 12 times. */
    private static BigDecimal exactExp(BigDecimal x) {
        MathContext digits = new MathContext(60);
        BigDecimal small = x.divide(BigDecimal.valueOf(4096), digits);
        BigDecimal sum = ONE;
        BigDecimal term = ONE;
        for (int i = 1; term.signum() != 0 && term.precision() - term.scale() > -60; i++) {
            term = term.multiply(small, digits).divide(BigDecimal.valueOf(i), digits);
            sum = sum.add(term, digits);
        }
        for (int i = 0; i < 12; i++) {
            sum = sum.multiply(sum, digits);
        }
        return sum;
    }

    /** Newton's iteration for the inverse of {@link #exactExp}. */
    private static BigDecimal exactLog(BigDecimal x) {
        BigDecimal y = new BigDecimal(StrictMath.log1p(x.subtract(ONE).doubleValue()));
        for (int i = 0; i < 3; i++) {
            BigDecimal e = exactExp(y);
            y = y.add(TWO.multiply(x.subtract(e)).divide(x.add(e), DIGITS));
        }
        return y;
    }

    /** {@code 2 / √π Σ (-1)ⁿ x²ⁿ⁺¹ / (n! (2n + 1))}, with digits to spare for what cancels. */
    private static BigDecimal exactErf(BigDecimal x) {
        MathContext digits = new MathContext(80);
        BigDecimal square = x.multiply(x, digits).negate();
        BigDecimal power = x;
        BigDecimal sum = x;
        for (int n = 1; power.signum() != 0 && power.precision() - power.scale() > -75; n++) {
            power = power.multiply(square, digits).divide(BigDecimal.valueOf(n), digits);
            sum = sum.add(power.divide(BigDecimal.valueOf(2L * n + 1), digits), digits);
        }
        return sum.multiply(TWO).divide(PI.sqrt(DIGITS), DIGITS);
    }
}
