package dev.feedforward.plot;

import dev.feedforward.plot.curve.Curve;
import dev.feedforward.plot.curve.Curves;
import java.util.List;
import java.util.stream.IntStream;

/** Curves to draw. */
public final class Samples {

    static final String BLUE = "#0072b2";
    static final String VERMILION = "#d55e00";

    private Samples() {}

    /** Points at iterations 0, 10, 20 and so on. */
    public static Curves costs(double... cost) {
        return of(cost.length, new Curve("cost", "cost", cost, true));
    }

    public static Curves of(int points, Curve... curves) {
        double[] iteration =
                IntStream.range(0, points).mapToDouble(i -> 10.0 * i).toArray();
        return new Curves(
                "Cost of course", "iteration", "cost (mean absolute error)", "iteration", iteration, List.of(curves));
    }

    /** A cost that falls from 0.5 towards 0. */
    static double[] falling(int points) {
        return IntStream.range(0, points)
                .mapToDouble(i -> 0.5 * Math.exp(-5.0 * i / points))
                .toArray();
    }
}
