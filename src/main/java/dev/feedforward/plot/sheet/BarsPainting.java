package dev.feedforward.plot.sheet;

import dev.feedforward.plot.drawing.Axis;
import dev.feedforward.plot.drawing.ChartStyle;
import dev.feedforward.plot.drawing.Page;
import dev.feedforward.plot.drawing.Page.Align;
import dev.feedforward.plot.drawing.Scale;
import java.awt.Font;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Paints {@link Bars}: lying, so that their labels can be read. */
final class BarsPainting {

    /** Bars that are painted: the first ones; the table has them all. */
    private static final int MOST = 20;

    private static final double LEFT = 360;
    private static final double RIGHT = 1220;
    private static final double BOTTOM = 610;
    private static final Font AXIS = ChartStyle.font(Font.PLAIN, 24);
    private static final Font TICK = ChartStyle.font(Font.PLAIN, 22);

    private final Bars bars;
    private final Page page;
    private final int count;
    private final Axis axis;

    BarsPainting(Bars bars, Page page) {
        this.bars = bars;
        this.page = page;
        count = Math.min(MOST, bars.values().length);
        double[] ends = IntStream.range(0, count)
                .filter(this::isThere)
                .mapToObj(i -> DoubleStream.of(0, low(i), bars.values()[i], high(i)))
                .flatMapToDouble(values -> values)
                .toArray();
        axis = new Axis(Scale.of(ends), LEFT, RIGHT);
    }

    private boolean isThere(int i) {
        return Double.isFinite(bars.values()[i]);
    }

    private double deviation(int i) {
        return Double.isFinite(bars.deviations()[i]) ? Math.abs(bars.deviations()[i]) : 0;
    }

    private double low(int i) {
        return Math.max(-Double.MAX_VALUE, bars.values()[i] - deviation(i));
    }

    private double high(int i) {
        return Math.min(Double.MAX_VALUE, bars.values()[i] + deviation(i));
    }

    void paint() {
        for (double tick : axis.ticks(6)) {
            page.line(axis.atTick(tick), Page.TOP, axis.atTick(tick), BOTTOM, 1, ChartStyle.GRID);
            page.text(
                    axis.scale().label(tick), axis.atTick(tick), BOTTOM + 32, Align.CENTRE, TICK, ChartStyle.PALE_INK);
        }
        double height = (BOTTOM - Page.TOP) / Math.max(1, count);
        for (int i = 0; i < count; i++) {
            paint(i, Page.TOP + i * height, height);
        }
        String label = page.fit(bars.valueLabel(), AXIS, Page.WIDTH - 80);
        page.text(label, (LEFT + RIGHT) / 2, BOTTOM + 74, Align.CENTRE, AXIS, ChartStyle.PALE_INK);
    }

    private void paint(int i, double top, double height) {
        double middle = top + height / 2;
        Font font = ChartStyle.font(Font.PLAIN, (int) Math.max(14, Math.min(22, height * 0.7)));
        String label = page.fit(bars.labels().get(i), font, LEFT - 60);
        page.text(label, LEFT - 14, middle + font.getSize() * 0.36, Align.RIGHT, font, ChartStyle.PALE_INK);
        if (!isThere(i)) {
            return;
        }
        double zero = axis.at(0);
        double end = axis.at(bars.values()[i]);
        double thick = Math.min(44, height * 0.7);
        page.fill(
                Math.min(zero, end),
                middle - thick / 2,
                Math.abs(end - zero),
                thick,
                bars.values()[i] < 0 ? ChartStyle.HIGH : ChartStyle.LOW);
        page.line(axis.at(low(i)), middle, axis.at(high(i)), middle, 2, ChartStyle.INK);
    }
}
