package dev.feedforward.plot.curve;

import dev.feedforward.memory.RequestMemory;
import dev.feedforward.plot.Csv;
import dev.feedforward.plot.Picture;
import dev.feedforward.plot.Plot;
import java.awt.Graphics2D;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One or more curves over a common horizontal axis.
 *
 * @param title what the picture shows
 * @param xLabel the horizontal axis' title, with its unit where it has one
 * @param yLabel the vertical axis' title, such as {@code cost (mean absolute error)}
 * @param xName the first CSV column
 * @param x where the points lie, finite and ascending; kept, not copied
 * @param curves at least one, each with {@code x.length} values
 * @param marks single points beside them, which belong in the picture alone
 */
public record Curves(
        String title, String xLabel, String yLabel, String xName, double[] x, List<Curve> curves, List<Mark> marks)
        implements Plot {

    /** Bytes that a number may take as text: while the text grows, as a whole, and as it is sent. */
    private static final long CELL = 80;

    /**
     * A single point.
     *
     * @param label what the legend calls it
     */
    public record Mark(String label, double x, double y) {}

    /** Curves without marks. */
    public Curves(String title, String xLabel, String yLabel, String xName, double[] x, List<Curve> curves) {
        this(title, xLabel, yLabel, xName, x, curves, List.of());
    }

    /** @throws IllegalArgumentException without a curve, or where a curve and the axis differ in length */
    public Curves {
        curves = List.copyOf(curves);
        marks = List.copyOf(marks);
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

    /** The first curve's name. */
    @Override
    public String name() {
        return curves.get(0).name();
    }

    @Override
    public String description() {
        String names = drawn().stream()
                .filter(curve -> curve.values().length > 0)
                .map(Curve::label)
                .collect(Collectors.joining(", "));
        return "%s by %s: %s".formatted(yLabel, xLabel, names.isEmpty() ? Chart.NO_POINTS : names);
    }

    @Override
    public String csv() {
        RequestMemory.take(CELL * x.length * (1 + curves.size()));
        StringBuilder csv = new StringBuilder(
                Csv.row(Stream.concat(Stream.of(xName), curves.stream().map(Curve::name))
                        .map(Csv::quoted)));
        for (int i = 0; i < x.length; i++) {
            csv.append(Csv.number(x[i]));
            for (Curve curve : curves) {
                csv.append(',').append(Csv.number(curve.y()[i]));
            }
            csv.append('\n');
        }
        return csv.toString();
    }

    @Override
    public String sparkline() {
        return Sparkline.of(this);
    }

    @Override
    public void paint(Graphics2D graphics) {
        Chart.of(this).paint(graphics, Picture.WIDTH, Picture.HEIGHT);
    }
}
