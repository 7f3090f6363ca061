package dev.feedforward.plot.curve;

import dev.feedforward.plot.Picture;
import dev.feedforward.plot.curve.Curves.Mark;
import dev.feedforward.plot.drawing.ChartStyle;
import dev.feedforward.plot.drawing.Scale;
import java.awt.BasicStroke;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A line chart for a slide, which XChart draws. */
final class Chart {

    static final String NO_POINTS = "no points yet";

    /** The curves' points are marked one by one while there are this many or fewer. */
    private static final int MOST_MARKED = 30;

    /** Two pixels a point; each point is an element of the SVG. */
    private static final int MOST_POINTS = 500;

    private static final BasicStroke LINE = new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

    private final Curves curves;
    private final Scale horizontal;
    private final Scale vertical;
    private final XYChart chart;

    private Chart(Curves curves) {
        this.curves = curves;
        horizontal = Scale.of(DoubleStream.concat(
                        DoubleStream.of(curves.x()), curves.marks().stream().mapToDouble(Mark::x))
                .toArray());
        vertical = Scale.fromZero(DoubleStream.concat(
                        curves.drawn().stream().map(Curve::values).flatMapToDouble(DoubleStream::of),
                        curves.marks().stream().mapToDouble(Mark::y))
                .toArray());
        chart = new XYChartBuilder()
                .width(Picture.WIDTH)
                .height(Picture.HEIGHT)
                .title(Picture.printable(curves.title()))
                .xAxisTitle(Picture.printable(curves.xLabel()))
                .yAxisTitle(Picture.printable(curves.yLabel()))
                .build();
    }

    static XYChart of(Curves curves) {
        Chart chart = new Chart(curves);
        ChartStyle.giveTo(chart.chart);
        chart.scale();
        chart.addCurves();
        return chart.chart;
    }

    /** The space beside the curves differs from end to end, or XChart might take all for evenly spaced. */
    private void scale() {
        XYStyler style = chart.getStyler();
        style.setPlotContentSize(1);
        style.setXAxisMin(horizontal.low() - 0.01 * horizontal.span());
        style.setXAxisMax(horizontal.high() + 0.02 * horizontal.span());
        style.setYAxisMin(vertical.low() - 0.012 * vertical.span());
        style.setYAxisMax(vertical.high() + 0.04 * vertical.span());
        style.setXAxisTickLabelsFormattingFunction(horizontal::label);
        style.setYAxisTickLabelsFormattingFunction(vertical::label);
        style.setXAxisTickMarkSpacingHint(Math.max(180, tickDistanceOfWholeNumbers()));
        style.setYAxisTickMarkSpacingHint(80);
    }

    /** Far enough apart that there is no tick at half an iteration; 0 where points lie between whole numbers. */
    private int tickDistanceOfWholeNumbers() {
        boolean whole = Arrays.stream(curves.x()).allMatch(x -> x == Math.rint(x));
        return whole ? (int) (0.75 * Picture.WIDTH / horizontal.span() / Math.pow(10, horizontal.exponent())) : 0;
    }

    private void addCurves() {
        List<Curve> there = curves.drawn().stream()
                .filter(curve -> curve.values().length > 0)
                .toList();
        if (there.isEmpty()) {
            sayThatThereIsNothing();
        }
        for (int i = 0; i < there.size(); i++) {
            add(Integer.toString(i), there.get(i));
        }
        for (int i = 0; i < curves.marks().size(); i++) {
            add("mark " + i, curves.marks().get(i));
        }
    }

    /** Joins what is left and right of a gap: a test cost that is measured now and then is a curve, not dots. */
    private void add(String key, Curve curve) {
        int[] there = IntStream.range(0, curve.y().length)
                .filter(i -> Double.isFinite(curve.y()[i]))
                .toArray();
        int[] kept = Thinning.indices(new double[][] {curve.values()}, MOST_POINTS);
        double[] x = Arrays.stream(kept).mapToDouble(i -> curves.x()[there[i]]).toArray();
        double[] y = Arrays.stream(kept).mapToDouble(i -> curve.y()[there[i]]).toArray();
        XYSeries series = chart.addSeries(key, horizontal.inUnits(x), vertical.inUnits(y));
        series.setLabel(Picture.printable(curve.label()));
        series.setLineStyle(LINE);
        series.setMarker(there.length <= MOST_MARKED ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
        if (endsHigh(series)) {
            chart.getStyler().setLegendPosition(LegendPosition.InsideSE);
        }
    }

    private void add(String key, Mark mark) {
        XYSeries series = chart.addSeries(
                key, horizontal.inUnits(new double[] {mark.x()}), vertical.inUnits(new double[] {mark.y()}));
        series.setLabel(Picture.printable(mark.label()));
        series.setLineStyle(SeriesLines.NONE);
        series.setMarker(SeriesMarkers.CIRCLE);
    }

    /** Whether the curve passes where a legend at the top right would hide it. */
    private boolean endsHigh(XYSeries series) {
        double right = horizontal.low() + 0.8 * horizontal.span();
        double high = vertical.low() + 0.85 * vertical.span();
        return IntStream.range(0, series.getXData().length)
                .anyMatch(i -> series.getXData()[i] > right && series.getYData()[i] > high);
    }

    private void sayThatThereIsNothing() {
        XYStyler style = chart.getStyler();
        style.setLegendVisible(false);
        style.setPlotGridLinesVisible(false);
        style.setAxisTicksVisible(false);
        chart.addAnnotation(new AnnotationText(NO_POINTS, Picture.WIDTH / 2.0, Picture.HEIGHT / 2.0, true));
    }
}
