package dev.feedforward.plot.drawing;

import java.util.stream.DoubleStream;

/**
 * An axis with ticks at round numbers.
 *
 * @param scale what it spans
 * @param from the coordinate of its low end in the picture
 * @param to that of its high end
 */
public record Axis(Scale scale, double from, double to) {

    /** Where {@code value} lies in the picture. */
    public double at(double value) {
        return from + (scale.inUnits(new double[] {value})[0] - scale.low()) / scale.span() * (to - from);
    }

    /** Where ticks lie, in the scale's units: at most {@code most} of them. */
    public double[] ticks(int most) {
        double step = step(scale.span() / most);
        long first = (long) Math.ceil(scale.low() / step - 1e-9);
        long last = (long) Math.floor(scale.high() / step + 1e-9);
        return DoubleStream.iterate(first, i -> i <= last, i -> i + 1)
                .map(i -> i * step)
                .toArray();
    }

    /** Where a tick lies in the picture. */
    public double atTick(double units) {
        return from + (units - scale.low()) / scale.span() * (to - from);
    }

    /** The least of 1, 2, 5, 10, 20 … and their tenths that is not below {@code least}. */
    private static double step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double step : new double[] {1, 2, 5}) {
            if (step * power >= least) {
                return step * power;
            }
        }
        return 10 * power;
    }
}
