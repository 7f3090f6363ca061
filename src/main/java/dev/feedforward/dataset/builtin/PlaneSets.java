package dev.feedforward.dataset.builtin;

import java.util.List;
import java.util.function.Consumer;

/**
 * Points of a plane in two classes, to look at: the four of TensorFlow Playground (Smilkov et al., "Direct-Manipulation
 * Visualization of Deep Networks", 2017), by the definitions of its {@code dataset.ts}. Its -1 is 0 here, its numbers
 * are from another random generator. As there, half of the points are for testing.
 */
final class PlaneSets {

    /** Of the square or the circle that the points are in. */
    private static final double RADIUS = 5.0;

    private static final int SAMPLES = 500;

    private static final List<SetParameter> PARAMETERS =
            List.of(SetParameter.NOISE, SetParameter.samples(10, 100_000, SAMPLES), SetParameter.SEED);

    private PlaneSets() {}

    static List<BuiltInSet> all() {
        return List.of(
                set(
                        "circle",
                        PlaneSets::circle,
                        "Points on a disc are 1, points on a ring around it 0. No straight line parts them: it takes a"
                                + " hidden layer, whose lines close in on the disc from several sides; 4 neurons of tanh"
                                + " or relu will do. Noise moves points before they get their answer."),
                set(
                        "xor-2d",
                        PlaneSets::xor,
                        "The four quarters of a square: 1 where x and y have the same sign, 0 where they differ. Xor with"
                                + " more points than four: it takes a hidden layer, and 4 neurons of tanh or relu do it."
                                + " Noise moves points before they get their answer."),
                set(
                        "gauss",
                        PlaneSets::gauss,
                        "Two clouds, 1 about (2, 2) and 0 about (-2, -2). A straight line parts them, so a network"
                                + " without a hidden layer is enough. Noise widens the clouds until they overlap: then no"
                                + " network is right everywhere, and one that is on its own rows has learned them by"
                                + " heart."),
                set(
                        "spiral",
                        PlaneSets::spiral,
                        "Two spirals, one inside the other, of 1.75 turns each. The hardest of the four: two hidden"
                                + " layers of 16 neurons or so, of tanh or relu, and some thousand iterations of adam."
                                + " Noise moves points off their spiral."));
    }

    private static BuiltInSet set(String name, Consumer<PlanePoints> draw, String description) {
        BuiltInSet.Size size = new BuiltInSet.Size(SAMPLES, SAMPLES / 2);
        return new BuiltInSet(name, description, SetLayout.plane(), size, PARAMETERS, settings -> {
            PlanePoints points = new PlanePoints(name, settings);
            draw.accept(points);
            return points.halves();
        });
    }

    /** A disc of half the radius, and a ring from 0.7 of it on; the distance from the centre is drawn evenly. */
    private static void circle(PlanePoints points) {
        int inside = points.samples() / 2;
        for (int i = 0; i < points.samples(); i++) {
            double distance = i < inside ? points.uniform(0.0, 0.5 * RADIUS) : points.uniform(0.7 * RADIUS, RADIUS);
            double angle = points.uniform(0.0, 2.0 * Math.PI);
            double x = distance * StrictMath.sin(angle);
            double y = distance * StrictMath.cos(angle);
            double seenX = x + off(points);
            double seenY = y + off(points);
            points.add(x, y, Math.sqrt(seenX * seenX + seenY * seenY) < 0.5 * RADIUS);
        }
    }

    /** A square, cut in four by a gap of twice 0.3. */
    private static void xor(PlanePoints points) {
        for (int i = 0; i < points.samples(); i++) {
            double x = padded(points.uniform(-RADIUS, RADIUS));
            double y = padded(points.uniform(-RADIUS, RADIUS));
            double seenX = x + off(points);
            double seenY = y + off(points);
            points.add(x, y, seenX * seenY >= 0.0);
        }
    }

    private static double padded(double coordinate) {
        return coordinate + (coordinate > 0.0 ? 0.3 : -0.3);
    }

    private static double off(PlanePoints points) {
        return points.uniform(-RADIUS, RADIUS) * points.noise();
    }

    /** The variance of each coordinate grows evenly with noise, from 0.5 at 0 % to 4 at 50 %. */
    private static void gauss(PlanePoints points) {
        double variance = 0.5 + 3.5 * (points.noise() / 0.5);
        int ones = points.samples() / 2;
        for (int i = 0; i < points.samples(); i++) {
            double centre = i < ones ? 2.0 : -2.0;
            points.add(points.normal(centre, variance), points.normal(centre, variance), i < ones);
        }
    }

    private static void spiral(PlanePoints points) {
        int ones = points.samples() / 2;
        arm(points, ones, 0.0, true);
        arm(points, points.samples() - ones, Math.PI, false);
    }

    /** From the centre outwards in even steps of angle and distance: 1.75 turns to the radius. */
    private static void arm(PlanePoints points, int count, double start, boolean answer) {
        for (int i = 0; i < count; i++) {
            double way = (double) i / count;
            double distance = RADIUS * way;
            double angle = 1.75 * way * 2.0 * Math.PI + start;
            double x = distance * StrictMath.sin(angle) + points.uniform(-1.0, 1.0) * points.noise();
            double y = distance * StrictMath.cos(angle) + points.uniform(-1.0, 1.0) * points.noise();
            points.add(x, y, answer);
        }
    }
}
