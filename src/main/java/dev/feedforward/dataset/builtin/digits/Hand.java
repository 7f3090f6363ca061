package dev.feedforward.dataset.builtin.digits;

import dev.feedforward.nn.random.SplitMix64;

/**
 * How one digit comes out on paper: how wide it is and how it leans, how unsteady the hand is, how thick the pen.
 *
 * <p>The ranges are what looks like people's writing, chosen by eye. Lengths are in the units of a {@link Skeleton}.
 */
final class Hand {

    private static final Point CENTRE = new Point(30.0, 50.0);

    private final SplitMix64 random;
    private final double pen;
    private final double wobble;
    private final double width;
    private final double slant;
    private final double turn;
    private final double taper;
    private final double waist;

    /** A hand drawn at random, which goes on to draw from {@code random}. */
    Hand(SplitMix64 random) {
        this.random = random;
        pen = between(4.0, 7.5);
        wobble = between(1.5, 6.0);
        width = between(0.7, 1.5);
        slant = 0.15 + 0.25 * random.nextGaussian();
        turn = 0.1 * random.nextGaussian();
        taper = 0.17 * random.nextGaussian();
        waist = 9.0 * random.nextGaussian();
    }

    private double between(double least, double most) {
        return least + (most - least) * random.nextDouble();
    }

    /** Half the width of the pen's line. */
    double pen() {
        return pen;
    }

    /**
     * Where the pen comes to where a skeleton has {@code point}, from the centre: off by the wobble, narrower above
     * than below by the taper or the other way round, its middle lower by the waist, then slanted and turned (by an
     * angle so small that its sine is the angle and its cosine 1).
     */
    Point move(Point point) {
        double x = point.x() - CENTRE.x() + wobble * random.nextGaussian();
        double y = point.y() - CENTRE.y() + wobble * random.nextGaussian();
        double fromMiddle = y / CENTRE.y();
        double stretched = x * width * (1.0 + taper * fromMiddle);
        double lowered = y + waist * (1.0 - fromMiddle * fromMiddle);
        return new Point(stretched - (slant + turn) * lowered, lowered + turn * stretched);
    }
}
