package dev.feedforward.dataset.file;

/**
 * Reads decimal numbers, such as {@code -12.5e3}, to the nearest double. Nothing else is a number: no {@code 0x10}, no
 * {@code 1_000}, no {@code Infinity}.
 *
 * <p>A number whose digits make an integer of at most 2⁵³, with a power of ten of at most 10²², is that integer times
 * or divided by that power, both of which are doubles, so that one correctly rounded operation gives it (Clinger, "How
 * to read floating point numbers accurately", PLDI 1990). Others are left to {@link Double#parseDouble}.
 */
public final class DecimalText {

    private static final double[] POWERS = powers();
    private static final long EXACT = 1L << 53;

    private final char point;

    /** @param point what stands before the fraction: a point, or a comma */
    public DecimalText(char point) {
        this.point = point;
    }

    private static double[] powers() {
        double[] powers = new double[23];
        powers[0] = 1.0;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10.0;
        }
        return powers;
    }

    /** The number; NaN if the text is none; infinite if it is larger than any double. 0 has no sign. */
    public double parse(char[] text, int start, int end) {
        int at = start;
        boolean negative = at < end && text[at] == '-';
        if (negative || at < end && text[at] == '+') {
            at++;
        }
        long digits = 0;
        int count = 0;
        int fraction = 0;
        boolean behindPoint = false;
        boolean exact = true;
        for (; at < end; at++) {
            char c = text[at];
            if (c >= '0' && c <= '9') {
                exact &= digits < EXACT / 10;
                digits = digits * 10 + (c - '0');
                count++;
                fraction += behindPoint ? 1 : 0;
            } else if (c == point && !behindPoint) {
                behindPoint = true;
            } else {
                break;
            }
        }
        if (count == 0) {
            return Double.NaN;
        }
        if (at == end && exact && fraction < POWERS.length) {
            double value = fraction == 0 ? digits : digits / POWERS[fraction];
            return negative ? 0.0 - value : value;
        }
        return at == end || isExponent(text, at, end) ? slow(text, start, end) : Double.NaN;
    }

    private static boolean isExponent(char[] text, int from, int end) {
        int at = from + 1;
        if (text[from] != 'e' && text[from] != 'E') {
            return false;
        }
        if (at < end && (text[at] == '-' || text[at] == '+')) {
            at++;
        }
        boolean some = at < end;
        while (at < end && text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        return some && at == end;
    }

    private double slow(char[] text, int start, int end) {
        // Adding 0 turns -0 into 0.
        return Double.parseDouble(new String(text, start, end - start).replace(point, '.')) + 0.0;
    }
}
