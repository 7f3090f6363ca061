package dev.feedforward.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as people read them: 0.005 and 10,000, but 1.5e-9. */
public final class Numbers {

    private static final int SMALLEST_PLAIN_EXPONENT = -4;
    private static final int LARGEST_PLAIN_EXPONENT = 8;

    private Numbers() {}

    /** A number in at most three significant digits; whole numbers in all their digits. */
    public static String brief(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "undefined" : value > 0 ? "∞" : "-∞";
        }
        BigDecimal exact = BigDecimal.valueOf(value);
        BigDecimal rounded = exact.round(new MathContext(3));
        if (!isPlain(value)) {
            return scientific(rounded);
        }
        boolean whole = value == Math.rint(value);
        return plain((whole ? exact : rounded).stripTrailingZeros());
    }

    /** Whether a number of this size is easier to read without an exponent. */
    public static boolean isPlain(double value) {
        double exponent = Math.floor(Math.log10(Math.abs(value)));
        return value == 0 || (exponent >= SMALLEST_PLAIN_EXPONENT && exponent <= LARGEST_PLAIN_EXPONENT);
    }

    /** All the digits after the point that the number's scale has, and commas between thousands. */
    public static String plain(BigDecimal value) {
        if (value.signum() == 0) {
            return "0";
        }
        return String.format(Locale.ROOT, "%,." + Math.max(0, value.scale()) + "f", value);
    }

    /** One digit before the point and no trailing zeros: 1.5e-9. */
    public static String scientific(BigDecimal value) {
        if (value.signum() == 0) {
            return "0";
        }
        int exponent = value.precision() - value.scale() - 1;
        return value.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
    }
}
