package dev.feedforward.nn.kernel;

/**
 * Elementary functions of one number, built of nothing but operations that IEEE 754 defines to the bit (fused
 * multiply-add, addition, multiplication, division, comparison, shifts), so that {@link VectorKernels} can do the same
 * in lanes and every JDK gives the same bits. The errors named, in units in the last place, are the largest that
 * {@code FunctionsTests} found in 30,000 numbers of each of its ranges.
 *
 * <p>Coefficients are listed from the highest power to the lowest. They interpolate the function at the Chebyshev nodes
 * of its interval, computed with 60 digits.
 */
final class Functions {

    /** Beyond it {@code exp} is infinite. */
    static final double EXP_HIGHEST = 710.0;

    /** Below it {@code exp} is 0. */
    static final double EXP_LOWEST = -746.0;

    /** Below it {@code expm1} is -1. */
    static final double EXPM1_LOWEST = -40.0;

    static final double LOG2_E = 1.4426950408889634;

    /** ln 2 in two parts, the first of 32 bits, so that a whole multiple of it is exact. */
    static final double LN2_HIGH = 0.6931471803691238;

    static final double LN2_LOW = 1.9082149292705877e-10;

    /**
     * Adding it rounds to a whole number {@code n} and leaves {@code n + 2 · 1023} in the lowest bits: the biased
     * exponents of two powers of two whose product is {@code 2ⁿ}.
     */
    static final double ROUND = 0x1.8p52 + 2 * Double.MAX_EXPONENT;

    /** Bits below the exponent. */
    static final int SIGNIFICAND = 52;

    /** Minus the bits of a power of two, gives those of its reciprocal. */
    static final long RECIPROCAL = 2L * Double.MAX_EXPONENT << SIGNIFICAND;

    /** {@code (exp(r) - 1 - r) / r²} for |r| ≤ ½ ln 2. */
    static final double[] EXP = {
        2.5100375924709717e-08, 2.762007599981065e-07, 2.7557268480116333e-06, 2.4801521322116825e-05,
        0.0001984126986304067, 0.0013888888917196881, 0.008333333333330065, 0.041666666666624164,
        0.16666666666666669, 0.5000000000000001
    };

    /** {@code (log1p(u) / t - 1) / t²} as a polynomial in {@code t²}, with {@code t = 2u / (2 + u)}, for 0 ≤ u ≤ 1. */
    static final double[] LOG1P = {
        7.707617574664846e-08, 1.6786076519288395e-07, 9.156091926262446e-07, 4.063154360856609e-06,
        1.8781213458201444e-05, 8.877826873111747e-05, 0.00043402778744976297, 0.0022321428568053718,
        0.012500000000004558, 0.08333333333333333
    };

    /** {@code erf(z) / z - 1} as a polynomial in {@code z²}, for |z| ≤ 1. */
    static final double[] ERF = {
        5.957176147748911e-11, -1.1372848856791674e-09, 1.4659775274047436e-08, -1.6350312701054695e-07,
        1.6461000484121368e-06, -1.4925595266831182e-05, 0.0001205533111164271, -0.000854832698083379,
        0.0052239776248180145, -0.026866170645076792, 0.11283791670954879, -0.3761263890318375,
        0.12837916709551256
    };

    /**
     * {@code exp(z²) (1 - erf(z))} as a polynomial in {@code (z - 3) / (z + 3)}, for 1 ≤ z ≤ 6 (after Shepherd and
     * Laframboise, "Chebyshev approximation of (1 + 2x) exp(x²) erfc x", Mathematics of Computation 36, 1981).
     */
    static final double[] ERFC = {
        3.381355142042904e-09,
        1.2755818949624478e-06,
        2.0135111426447427e-06,
        -8.00978093907608e-06,
        -1.2845780030775907e-05,
        6.406279226046039e-05,
        4.525434558991009e-05,
        -0.0005970624964924544,
        0.0007077464666941425,
        0.004269136356961225,
        -0.024392499318915004,
        0.07166583719747308,
        -0.15011593650077898,
        0.24560380171233487,
        -0.3262335600430372,
        0.17900115118138996
    };

    static final double ERFC_CENTRE = 3.0;

    /** Where {@link #ERF} ends and {@link #ERFC} begins. */
    static final double ERF_MIDDLE = 1.0;

    /** Beyond it {@code erf} is 1. */
    static final double ERF_HIGHEST = 6.0;

    /** Beyond it {@code tanh} is 1. */
    static final double TANH_HIGHEST = 22.0;

    private Functions() {}

    /**
     * {@code eˣ} by {@code x = n ln 2 + r} and {@code eˣ = 2ⁿ eʳ} (Cody and Waite, "Software Manual for the Elementary
     * Functions", 1980). What rounding takes from {@code r} and from {@code 1 + r} is added with the rest of the
     * series. The power of two is two factors, as {@code 2ⁿ} itself may be out of range where {@code eˣ} is not.
     *
     * @return within 0.75 ulp
     */
    static double exp(double x) {
        double y = atLeast(EXP_LOWEST, atMost(EXP_HIGHEST, x));
        double rounded = Math.fma(y, LOG2_E, ROUND);
        double n = rounded - ROUND;
        double high = Math.fma(n, -LN2_HIGH, y);
        double r = Math.fma(n, -LN2_LOW, high);
        double lost = Math.fma(n, -LN2_LOW, high - r);
        double sum = 1.0 + r;
        double rest = Math.fma(r * r, polynomial(EXP, r), lost) + (1.0 - sum + r);
        double power = sum + rest;
        long bits = Double.doubleToRawLongBits(rounded);
        return power * halfScale(bits) * otherHalfScale(bits);
    }

    /**
     * {@code eˣ - 1}, precise near 0 too: {@code 2ⁿ (eʳ - 1) + (2ⁿ - 1)}.
     *
     * @return within 2.2 ulp
     */
    static double expm1(double x) {
        double result = expm1Unsigned(x);
        return x == 0.0 ? x : result;
    }

    /** As {@link #expm1}, but 0 for -0. */
    private static double expm1Unsigned(double x) {
        double y = atLeast(EXPM1_LOWEST, atMost(EXP_HIGHEST, x));
        double rounded = Math.fma(y, LOG2_E, ROUND);
        double n = rounded - ROUND;
        double r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, y));
        double power = Math.fma(r * r, polynomial(EXP, r), r);
        long bits = Double.doubleToRawLongBits(rounded);
        double scale = halfScale(bits);
        double otherScale = otherHalfScale(bits);
        double reciprocal = Double.longBitsToDouble(RECIPROCAL - Double.doubleToRawLongBits(otherScale));
        return Math.fma(power, scale, scale - reciprocal) * otherScale;
    }

    /**
     * {@code 1 / (1 + e⁻ˣ)}.
     *
     * @return within 2.0 ulp
     */
    static double sigmoid(double x) {
        return 1.0 / (1.0 + exp(-x));
    }

    /**
     * {@code tanh(x) = e / (e + 2)} with {@code e = expm1(2 |x|)}, and the sign of {@code x}.
     *
     * @return within 2.5 ulp
     */
    static double tanh(double x) {
        double e = expm1Unsigned(2.0 * atMost(TANH_HIGHEST, Math.abs(x)));
        return Math.copySign(e / (e + 2.0), x);
    }

    /**
     * {@code log(1 + eˣ) = max(x, 0) + log1p(u)}, where {@code u = exp(-|x|)}.
     *
     * @return within 2.6 ulp
     */
    static double softplus(double x) {
        double u = exp(-Math.abs(x));
        double t = 2.0 * u / (2.0 + u);
        double square = t * t;
        return (x > 0.0 ? x : 0.0) + Math.fma(t * square, polynomial(LOG1P, square), t);
    }

    /**
     * {@code 2 / √π ∫ exp(-t²) dt} from 0 to {@code x}.
     *
     * @return within 1.0 ulp
     */
    static double erf(double x) {
        double y = atMost(ERF_HIGHEST, Math.abs(x));
        return erf(x, exp(-(y * y)));
    }

    /** @param exponential {@code exp(-x²)}, with {@code |x|} no more than {@link #ERF_HIGHEST} */
    static double erf(double x, double exponential) {
        if (Math.abs(x) < ERF_MIDDLE) {
            return Math.fma(x, polynomial(ERF, x * x), x);
        }
        double y = atMost(ERF_HIGHEST, Math.abs(x));
        double t = (y - ERFC_CENTRE) / (y + ERFC_CENTRE);
        return Math.copySign(1.0 - exponential * polynomial(ERFC, t), x);
    }

    /** Horner's rule. */
    private static double polynomial(double[] coefficients, double x) {
        double sum = coefficients[0];
        for (int i = 1; i < coefficients.length; i++) {
            sum = Math.fma(sum, x, coefficients[i]);
        }
        return sum;
    }

    private static double halfScale(long bits) {
        return Double.longBitsToDouble(bits >>> 1 << SIGNIFICAND);
    }

    private static double otherHalfScale(long bits) {
        return Double.longBitsToDouble(bits - (bits >>> 1) << SIGNIFICAND);
    }

    /** Lets NaN pass, as all comparisons here. */
    private static double atMost(double bound, double x) {
        return x > bound ? bound : x;
    }

    private static double atLeast(double bound, double x) {
        return x < bound ? bound : x;
    }
}
