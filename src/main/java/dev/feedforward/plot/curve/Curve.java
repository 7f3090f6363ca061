package dev.feedforward.plot.curve;

import java.util.Arrays;

/**
 * One column of {@link Curves}. The array is kept, not copied; nothing here changes it.
 *
 * @param name the CSV column, such as {@code testCost}
 * @param label what the legend calls it, such as {@code test cost}
 * @param y one value per point of the horizontal axis; where it is not finite, there is none
 * @param drawn false for a column that belongs in the table but not in the picture
 */
public record Curve(String name, String label, double[] y, boolean drawn) {

    /** The values that exist, in order, at most {@code y.length} of them. */
    double[] values() {
        return Arrays.stream(y).filter(Double::isFinite).toArray();
    }
}
