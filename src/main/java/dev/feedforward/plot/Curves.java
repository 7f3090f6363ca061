package dev.feedforward.plot;

import java.util.List;

/**
 * One or more curves over a common horizontal axis.
 *
 * @param title what the picture shows
 * @param xLabel the horizontal axis' title, with its unit where it has one
 * @param yLabel the vertical axis' title, such as {@code cost (mean absolute error)}
 * @param xName the first CSV column
 * @param x where the points lie, finite and ascending; kept, not copied
 * @param curves at least one, each with {@code x.length} values
 */
public record Curves(String title, String xLabel, String yLabel, String xName, double[] x, List<Curve> curves) {

    /** @throws IllegalArgumentException without a curve, or where a curve and the axis differ in length */
    public Curves {
        curves = List.copyOf(curves);
        if (curves.isEmpty()) {
            throw new IllegalArgumentException("Curves need at least one curve");
        }
        for (Curve curve : curves) {
            if (curve.y().length != x.length) {
                throw new IllegalArgumentException("Curve %s has %d values, but the axis %s has %d points"
                        .formatted(curve.name(), curve.y().length, xName, x.length));
            }
        }
    }

    /** The curves that belong in the picture. */
    List<Curve> drawn() {
        return curves.stream().filter(Curve::drawn).toList();
    }
}
