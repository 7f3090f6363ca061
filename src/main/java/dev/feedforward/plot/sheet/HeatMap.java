package dev.feedforward.plot.sheet;

import dev.feedforward.plot.Csv;
import dev.feedforward.plot.Plot;
import dev.feedforward.plot.drawing.Page;
import java.awt.Graphics2D;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Values over a plane, as colours. The arrays are kept, not copied.
 *
 * @param name what a file of it is called, without its ending
 * @param xLabel the horizontal axis' title; likewise {@code yLabel}
 * @param valueLabel what the colours stand for
 * @param xs where the columns lie, finite and ascending, at least one; likewise {@code ys} and the rows
 * @param values ys × xs; where one is not finite, there is none
 * @param traces what is drawn over the colours, and not in the table
 */
public record HeatMap(
        String name,
        String title,
        String xLabel,
        String yLabel,
        String valueLabel,
        double[] xs,
        double[] ys,
        double[][] values,
        List<Trace> traces)
        implements Plot {

    /**
     * Points over the plane, finite.
     *
     * @param label what the legend calls them
     * @param line whether they are a path, or dots
     */
    public record Trace(String label, double[] x, double[] y, boolean line) {

        /** @throws IllegalArgumentException where there are not as many of one as of the other */
        public Trace {
            if (x.length != y.length) {
                throw new IllegalArgumentException("%d and %d coordinates of points".formatted(x.length, y.length));
            }
        }
    }

    /** @throws IllegalArgumentException where the values do not fit the axes */
    public HeatMap {
        traces = List.copyOf(traces);
        boolean fits = xs.length > 0 && ys.length > 0 && values.length == ys.length;
        for (double[] row : values) {
            fits &= row.length == xs.length;
        }
        if (!fits) {
            throw new IllegalArgumentException(
                    "A heat map of %d × %d needs as many values".formatted(ys.length, xs.length));
        }
    }

    @Override
    public String description() {
        String drawn = traces.stream().map(Trace::label).collect(Collectors.joining(", "));
        return "%s by %s and %s%s".formatted(valueLabel, xLabel, yLabel, drawn.isEmpty() ? "" : "; " + drawn);
    }

    @Override
    public String csv() {
        StringBuilder csv =
                new StringBuilder(Csv.row(Stream.of(xLabel, yLabel, valueLabel).map(Csv::text)));
        for (int i = 0; i < ys.length; i++) {
            for (int j = 0; j < xs.length; j++) {
                csv.append(Csv.row(Stream.of(xs[j], ys[i], values[i][j]).map(Csv::number)));
            }
        }
        return csv.toString();
    }

    @Override
    public void paint(Graphics2D graphics) {
        new HeatMapPainting(this, new Page(graphics, title)).paint();
    }
}
