package dev.feedforward.plot.sheet;

import dev.feedforward.plot.drawing.Axis;
import dev.feedforward.plot.drawing.ChartStyle;
import dev.feedforward.plot.drawing.Page;
import dev.feedforward.plot.drawing.Page.Align;
import dev.feedforward.plot.drawing.Ramp;
import dev.feedforward.plot.drawing.Scale;
import dev.feedforward.plot.sheet.HeatMap.Trace;
import java.awt.Color;
import java.awt.Font;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/** Paints a {@link HeatMap}: the plane in the middle, what the colours stand for on the right. */
final class HeatMapPainting {

    private static final double LEFT = 150;
    private static final double RIGHT = 1000;
    private static final double BOTTOM = 620;
    private static final Font AXIS = ChartStyle.font(Font.PLAIN, 24);
    private static final Font TICK = ChartStyle.font(Font.PLAIN, 22);

    /** Dots over the plane keep clear of its own two colours. */
    private static final int FIRST_TRACE_COLOUR = 2;

    private final HeatMap map;
    private final Page page;
    private final Axis x;
    private final Axis y;
    private final Scale values;

    HeatMapPainting(HeatMap map, Page page) {
        this.map = map;
        this.page = page;
        x = new Axis(Scale.of(edges(map.xs())), LEFT, RIGHT);
        y = new Axis(Scale.of(edges(map.ys())), BOTTOM, Page.TOP);
        values = Scale.of(Arrays.stream(map.values())
                .flatMapToDouble(DoubleStream::of)
                .filter(Double::isFinite)
                .toArray());
    }

    /** Where the outermost cells end: half a cell beyond their middles. */
    private static double[] edges(double[] middles) {
        int last = middles.length - 1;
        double half = last == 0 ? 0.5 : (middles[last] / 2 - middles[0] / 2) / last;
        return new double[] {middles[0] - half, middles[last] + half};
    }

    void paint() {
        paintCells();
        for (int i = 0; i < map.traces().size(); i++) {
            paintTrace(map.traces().get(i), traceColour(i));
        }
        page.frame(LEFT, Page.TOP, RIGHT - LEFT, BOTTOM - Page.TOP);
        paintAxes();
        paintLegend();
    }

    private static Color traceColour(int trace) {
        return trace == 0 ? ChartStyle.INK : ChartStyle.colour(trace + FIRST_TRACE_COLOUR - 1);
    }

    /** Cells of one colour that stand next to each other are one rectangle. */
    private void paintCells() {
        double width = (RIGHT - LEFT) / map.xs().length;
        double height = (BOTTOM - Page.TOP) / map.ys().length;
        for (int i = 0; i < map.ys().length; i++) {
            double top = BOTTOM - (i + 1) * height;
            int from = 0;
            for (int j = 1; j <= map.xs().length; j++) {
                if (j == map.xs().length || !colour(i, j).equals(colour(i, from))) {
                    page.fill(LEFT + from * width, top, (j - from) * width, height, colour(i, from));
                    from = j;
                }
            }
        }
    }

    private Color colour(int i, int j) {
        double value = map.values()[i][j];
        return Ramp.of(Double.isFinite(value) ? fraction(value) : Double.NaN);
    }

    private double fraction(double value) {
        return (values.inUnits(new double[] {value})[0] - values.low()) / values.span();
    }

    private void paintTrace(Trace trace, Color colour) {
        for (int i = 0; i < trace.x().length; i++) {
            double px = x.at(trace.x()[i]);
            double py = y.at(trace.y()[i]);
            boolean inside = px >= LEFT && px <= RIGHT && py >= Page.TOP && py <= BOTTOM;
            if (trace.line() && i > 0 && inside && isInside(trace, i - 1)) {
                page.line(x.at(trace.x()[i - 1]), y.at(trace.y()[i - 1]), px, py, 3, colour);
            } else if (!trace.line() && inside) {
                page.dot(px, py, trace.x().length > 50 ? 4 : 8, colour);
            }
        }
    }

    private boolean isInside(Trace trace, int i) {
        double px = x.at(trace.x()[i]);
        double py = y.at(trace.y()[i]);
        return px >= LEFT && px <= RIGHT && py >= Page.TOP && py <= BOTTOM;
    }

    private void paintAxes() {
        for (double tick : x.ticks(7)) {
            page.text(x.scale().label(tick), x.atTick(tick), BOTTOM + 32, Align.CENTRE, TICK, ChartStyle.PALE_INK);
        }
        for (double tick : y.ticks(7)) {
            page.text(y.scale().label(tick), LEFT - 12, y.atTick(tick) + 8, Align.RIGHT, TICK, ChartStyle.PALE_INK);
        }
        String across = page.fit(map.xLabel(), AXIS, RIGHT - LEFT);
        page.text(across, (LEFT + RIGHT) / 2, BOTTOM + 74, Align.CENTRE, AXIS, ChartStyle.PALE_INK);
        String upwards = page.fit(map.yLabel(), AXIS, BOTTOM - Page.TOP);
        page.textUpwards(upwards, 50, (Page.TOP + BOTTOM) / 2, AXIS, ChartStyle.PALE_INK);
    }

    private void paintLegend() {
        double left = RIGHT + 40;
        Axis bar = new Axis(values, Page.TOP + 320, Page.TOP + 40);
        for (int i = 0; i < 64; i++) {
            page.fill(left, bar.from() - (i + 1) * 280 / 64.0, 30, 280 / 64.0, Ramp.of(i / 63.0));
        }
        for (double tick : bar.ticks(5)) {
            page.text(values.label(tick), left + 42, bar.atTick(tick) + 8, Align.LEFT, TICK, ChartStyle.PALE_INK);
        }
        String label = page.fit(map.valueLabel(), TICK, Page.WIDTH - left - 10);
        page.text(label, left, Page.TOP + 20, Align.LEFT, TICK, ChartStyle.PALE_INK);
        for (int i = 0; i < map.traces().size(); i++) {
            Trace trace = map.traces().get(i);
            double middle = bar.from() + 60 + 40 * i;
            if (trace.line()) {
                page.line(left, middle, left + 30, middle, 3, traceColour(i));
            } else {
                page.dot(left + 15, middle, 8, traceColour(i));
            }
            String text = page.fit(trace.label(), TICK, Page.WIDTH - left - 52);
            page.text(text, left + 42, middle + 8, Align.LEFT, TICK, ChartStyle.PALE_INK);
        }
    }
}
