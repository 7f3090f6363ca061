package dev.feedforward.plot.drawing;

import java.awt.Color;

/**
 * Blue for low, white in the middle, vermilion for high: told apart by the colour-blind, and in grey by their depth.
 */
public final class Ramp {

    /** Shades from end to end: fewer make runs of one colour longer, and pictures smaller. */
    private static final int SHADES = 64;

    private static final Color NOTHING = Color.decode("#eeeeee");

    private Ramp() {}

    /** The shade of {@code fraction}, 0 for low and 1 for high; grey where it is no number. */
    public static Color of(double fraction) {
        if (Double.isNaN(fraction)) {
            return NOTHING;
        }
        double shade = Math.rint(Math.max(0, Math.min(1, fraction)) * SHADES) / SHADES;
        return shade < 0.5 ? mix(ChartStyle.LOW, 1 - 2 * shade) : mix(ChartStyle.HIGH, 2 * shade - 1);
    }

    /** White with so much of {@code colour}, from 0 to 1. */
    public static Color mix(Color colour, double part) {
        return new Color(
                channel(colour.getRed(), part), channel(colour.getGreen(), part), channel(colour.getBlue(), part));
    }

    private static int channel(int full, double part) {
        return (int) Math.round(255 + (full - 255) * part);
    }
}
