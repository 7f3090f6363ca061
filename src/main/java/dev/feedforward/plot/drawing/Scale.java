package dev.feedforward.plot.drawing;

import dev.feedforward.plot.Numbers;
import java.math.BigDecimal;
import java.util.Arrays;

/**
 * What an axis spans, in units of a power of ten near its length. XChart finds no ticks below 1e-10, overflows near
 * {@link Double#MAX_VALUE}, and takes numbers that lie closer than 1e-4 for evenly spaced, to put its ticks on them; in
 * these units none of this comes up.
 *
 * @param exponent a unit is ten to this power
 * @param low in units
 * @param high in units, some 1 to 10 above {@code low}
 */
public record Scale(int exponent, double low, double high) {

    /** Below this a double has no sixteen digits left, and all is as good as 0. */
    private static final double SMALLEST = 1e-300;

    /** Narrower than this part of the numbers themselves, an axis would need labels of more than eight digits. */
    private static final double NARROWEST = 1e-8;

    /** From the least to the greatest number, widened where these are equal or nearly so; 0 to 1 for no numbers. */
    public static Scale of(double[] values) {
        double least = Arrays.stream(values).min().orElse(0);
        double greatest = Arrays.stream(values).max().orElse(1);
        double size = Math.max(Math.abs(least), Math.abs(greatest));
        // Halved, since the difference of two doubles can overflow.
        double half = greatest / 2 - least / 2;
        if (size < SMALLEST) {
            return new Scale(0, 0, 1);
        }
        if (half > NARROWEST * size) {
            int exponent = exponent(half);
            return new Scale(exponent, inUnits(least, exponent), inUnits(greatest, exponent));
        }
        int exponent = exponent(size);
        double middle = inUnits(least, exponent);
        return new Scale(exponent, middle - 0.5, middle + 0.5);
    }

    /** The same, but from 0 where no number is negative, since a cost is judged by its distance from 0. */
    public static Scale fromZero(double[] values) {
        boolean negative = Arrays.stream(values).anyMatch(value -> value < 0);
        return of(negative || values.length == 0 ? values : Arrays.copyOf(values, values.length + 1));
    }

    public double[] inUnits(double[] values) {
        return Arrays.stream(values).map(value -> inUnits(value, exponent)).toArray();
    }

    /** How a tick is labelled, the whole axis one way: 0.00010 beside 9e-5 would be hard to compare. */
    public String label(double units) {
        BigDecimal value = BigDecimal.valueOf(units).scaleByPowerOfTen(exponent).stripTrailingZeros();
        double size = Math.max(Math.abs(low), Math.abs(high)) * Math.pow(10, exponent);
        return Numbers.isPlain(size) ? Numbers.plain(value) : Numbers.scientific(value);
    }

    public double span() {
        return high - low;
    }

    /** Of the power of ten below twice the number. */
    private static int exponent(double half) {
        return (int) Math.floor(Math.log10(half) + Math.log10(2));
    }

    private static double inUnits(double value, int exponent) {
        return new BigDecimal(value).scaleByPowerOfTen(-exponent).doubleValue();
    }
}
