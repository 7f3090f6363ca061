package dev.feedforward.plot.curve;

import dev.feedforward.plot.Csv;
import dev.feedforward.plot.Plot;
import dev.feedforward.plot.drawing.Page;
import java.awt.Graphics2D;
import java.util.stream.Stream;

/**
 * What came out against what should have: points, and the diagonal on which both are the same. The arrays are kept, not
 * copied.
 *
 * @param name what a file of it is called, without its ending
 * @param xLabel the horizontal axis' title, with its unit where it has one; likewise {@code yLabel}
 * @param x the points' places; a point of which one is not finite is in the table alone
 * @param y as many
 */
public record Scatter(String name, String title, String xLabel, String yLabel, double[] x, double[] y) implements Plot {

    /** @throws IllegalArgumentException where there are not as many of one as of the other */
    public Scatter {
        if (x.length != y.length) {
            throw new IllegalArgumentException("%d and %d coordinates of points".formatted(x.length, y.length));
        }
    }

    @Override
    public String description() {
        return "%s by %s: %s".formatted(yLabel, xLabel, x.length == 0 ? Chart.NO_POINTS : x.length + " points");
    }

    @Override
    public String csv() {
        StringBuilder csv = new StringBuilder(Csv.row(Stream.of(xLabel, yLabel).map(Csv::text)));
        for (int i = 0; i < x.length; i++) {
            csv.append(Csv.row(Stream.of(x[i], y[i]).map(Csv::number)));
        }
        return csv.toString();
    }

    @Override
    public void paint(Graphics2D graphics) {
        new ScatterPainting(this, new Page(graphics, title)).paint();
    }
}
