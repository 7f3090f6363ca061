package dev.feedforward.plot.curve;

import dev.feedforward.plot.drawing.Axis;
import dev.feedforward.plot.drawing.ChartStyle;
import dev.feedforward.plot.drawing.Page;
import dev.feedforward.plot.drawing.Page.Align;
import dev.feedforward.plot.drawing.Scale;
import java.awt.Font;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Paints a {@link Scatter}: a square, as both axes are the same. */
final class ScatterPainting {

    private static final double LEFT = 400;
    private static final double RIGHT = 930;
    private static final double BOTTOM = 620;
    private static final Font AXIS = ChartStyle.font(Font.PLAIN, 24);
    private static final Font TICK = ChartStyle.font(Font.PLAIN, 22);

    private final Scatter scatter;
    private final Page page;
    private final int[] there;
    private final Axis x;
    private final Axis y;

    ScatterPainting(Scatter scatter, Page page) {
        this.scatter = scatter;
        this.page = page;
        there = IntStream.range(0, scatter.x().length)
                .filter(i -> Double.isFinite(scatter.x()[i]) && Double.isFinite(scatter.y()[i]))
                .toArray();
        Scale both = Scale.of(IntStream.of(there)
                .mapToObj(i -> DoubleStream.of(scatter.x()[i], scatter.y()[i]))
                .flatMapToDouble(values -> values)
                .toArray());
        double margin = 0.04 * both.span();
        Scale wider = new Scale(both.exponent(), both.low() - margin, both.high() + margin);
        x = new Axis(wider, LEFT, RIGHT);
        y = new Axis(wider, BOTTOM, Page.TOP);
    }

    void paint() {
        for (double tick : x.ticks(6)) {
            page.line(x.atTick(tick), Page.TOP, x.atTick(tick), BOTTOM, 1, ChartStyle.GRID);
            page.line(LEFT, y.atTick(tick), RIGHT, y.atTick(tick), 1, ChartStyle.GRID);
            page.text(x.scale().label(tick), x.atTick(tick), BOTTOM + 32, Align.CENTRE, TICK, ChartStyle.PALE_INK);
            page.text(y.scale().label(tick), LEFT - 12, y.atTick(tick) + 8, Align.RIGHT, TICK, ChartStyle.PALE_INK);
        }
        page.line(LEFT, BOTTOM, RIGHT, Page.TOP, 2, ChartStyle.PALE_INK);
        for (int i : there) {
            page.dot(x.at(scatter.x()[i]), y.at(scatter.y()[i]), there.length > 100 ? 4 : 7, ChartStyle.LOW);
        }
        if (there.length == 0) {
            double middle = (Page.TOP + BOTTOM) / 2;
            page.text(Chart.NO_POINTS, (LEFT + RIGHT) / 2, middle, Align.CENTRE, AXIS, ChartStyle.PALE_INK);
        }
        String across = page.fit(scatter.xLabel(), AXIS, Page.WIDTH - 80);
        page.text(across, (LEFT + RIGHT) / 2, BOTTOM + 74, Align.CENTRE, AXIS, ChartStyle.PALE_INK);
        String upwards = page.fit(scatter.yLabel(), AXIS, BOTTOM - Page.TOP);
        page.textUpwards(upwards, LEFT - 160, (Page.TOP + BOTTOM) / 2, AXIS, ChartStyle.PALE_INK);
    }
}
