package dev.feedforward.plot.curve;

import java.util.BitSet;
import java.util.Collection;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Chooses the points of long curves to draw.
 *
 * <p>The first and the last point stay; the others are cut into buckets of equal length, and of each bucket the lowest
 * and the highest point of every curve stay (the method of oscilloscopes and of M4, Jugel et al., VLDB 2014,
 * doi:10.14778/2732951.2732953, without its bucket ends). No peak of any curve is lost. Where room is left, as extremes
 * of smooth curves coincide, points evenly taken from the rest fill it. Taking every n-th point alone loses the peaks
 * between, and LTTB (Steinarsson 2013), which keeps one point a bucket, the lesser of two opposite peaks; besides, it
 * looks at one curve, while here all must keep the same points.
 */
public final class Thinning {

    private Thinning() {}

    /**
     * The indices to keep, ascending: {@code points} of them, or all where there are no more. Where they are too few
     * for one bucket, the ends and as many extremes as fit, the highest before the lowest, curve by curve; the last
     * point alone for one.
     *
     * @param ys the curves, of equal length; a value that is not finite is no extreme
     * @param points how many indices to return, at least 1
     * @throws IllegalArgumentException if points is below 1 or the curves differ in length
     */
    public static int[] indices(double[][] ys, int points) {
        if (points < 1) {
            throw new IllegalArgumentException("Thinning must keep at least 1 point, not " + points);
        }
        int n = commonLength(ys);
        if (n <= points) {
            return IntStream.range(0, n).toArray();
        }
        if (points == 1) {
            return new int[] {n - 1};
        }
        TreeSet<Integer> kept = new TreeSet<>();
        kept.add(0);
        kept.add(n - 1);
        int buckets = Math.max(1, (points - 2) / (2 * Math.max(1, ys.length)));
        for (int bucket = 0; bucket < buckets; bucket++) {
            int from = edge(n, bucket, buckets);
            int to = edge(n, bucket + 1, buckets);
            for (double[] y : ys) {
                keepExtremes(y, from, to, points, kept);
            }
        }
        return filled(kept, n, points);
    }

    /** What is kept, together with as many others, evenly taken, as are wanted besides. */
    private static int[] filled(Collection<Integer> kept, int n, int points) {
        BitSet filled = new BitSet(n);
        kept.forEach(filled::set);
        int[] others = IntStream.range(0, n).filter(i -> !filled.get(i)).toArray();
        int missing = points - kept.size();
        for (int i = 0; i < missing; i++) {
            filled.set(others[(int) ((2L * i + 1) * others.length / (2L * missing))]);
        }
        return filled.stream().toArray();
    }

    private static int commonLength(double[][] ys) {
        int n = ys.length == 0 ? 0 : ys[0].length;
        for (double[] y : ys) {
            if (y.length != n) {
                throw new IllegalArgumentException(
                        "Curves to thin must be of equal length, not %d and %d".formatted(n, y.length));
            }
        }
        return n;
    }

    /** Where a bucket begins among the points between the first and the last. */
    private static int edge(int n, int bucket, int buckets) {
        return 1 + (int) ((n - 2L) * bucket / buckets);
    }

    private static void keepExtremes(double[] y, int from, int to, int most, Collection<Integer> kept) {
        int lowest = -1;
        int highest = -1;
        for (int i = from; i < to; i++) {
            if (!Double.isFinite(y[i])) {
                continue;
            }
            lowest = lowest < 0 || y[i] < y[lowest] ? i : lowest;
            highest = highest < 0 || y[i] > y[highest] ? i : highest;
        }
        for (int extreme : new int[] {highest, lowest}) {
            if (extreme >= 0 && kept.size() < most) {
                kept.add(extreme);
            }
        }
    }
}
