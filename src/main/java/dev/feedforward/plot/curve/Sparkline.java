package dev.feedforward.plot.curve;

import dev.feedforward.plot.Numbers;
import java.util.Arrays;

/** A picture for a terminal: per curve one line of at most 60 blocks, from its own least to its own greatest value. */
final class Sparkline {

    private static final int COLUMNS = 60;
    private static final String BLOCKS = "▁▂▃▄▅▆▇█";

    private Sparkline() {}

    static String of(Curves curves) {
        int labelWidth = curves.drawn().stream()
                .mapToInt(curve -> curve.label().length())
                .max()
                .orElse(0);
        StringBuilder text = new StringBuilder(curves.title()).append('\n');
        for (Curve curve : curves.drawn()) {
            String label = curve.label() + " ".repeat(labelWidth - curve.label().length());
            text.append(label).append("  ").append(line(curve)).append('\n');
        }
        if (curves.x().length > 0) {
            String first = Numbers.brief(curves.x()[0]);
            String last = Numbers.brief(curves.x()[curves.x().length - 1]);
            text.append("%s %s to %s\n".formatted(curves.xLabel(), first, last));
        }
        return text.toString();
    }

    private static String line(Curve curve) {
        double[] values = curve.values();
        if (values.length == 0) {
            return Chart.NO_POINTS;
        }
        double low = Arrays.stream(values).min().getAsDouble();
        double high = Arrays.stream(values).max().getAsDouble();
        StringBuilder blocks = new StringBuilder();
        int columns = Math.min(COLUMNS, curve.y().length);
        for (int column = 0; column < columns; column++) {
            blocks.append(block(highest(curve.y(), column, columns), low, high));
        }
        return "%s  first %s, last %s, min %s"
                .formatted(
                        blocks, Numbers.brief(values[0]), Numbers.brief(values[values.length - 1]), Numbers.brief(low));
    }

    /** The greatest value of a column, so that a spike of one point is seen; NaN for a column without values. */
    private static double highest(double[] y, int column, int columns) {
        int from = (int) ((long) y.length * column / columns);
        int to = (int) ((long) y.length * (column + 1) / columns);
        return Arrays.stream(y, from, to).filter(Double::isFinite).max().orElse(Double.NaN);
    }

    private static char block(double value, double low, double high) {
        if (Double.isNaN(value)) {
            return ' ';
        }
        // Halved before subtracting: the difference of two doubles can overflow.
        double fraction = high == low ? 0 : (value / 2 - low / 2) / (high / 2 - low / 2);
        return BLOCKS.charAt((int) Math.round(fraction * (BLOCKS.length() - 1)));
    }
}
