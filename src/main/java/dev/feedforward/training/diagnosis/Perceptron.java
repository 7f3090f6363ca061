package dev.feedforward.training.diagnosis;

import dev.feedforward.nn.data.Matrix;
import java.util.Arrays;

/**
 * Tries to separate classes by lines, one score a class (Rosenblatt, "The perceptron", Psychological Review 65, 1958;
 * for more than two classes by Kesler's construction, in Duda and Hart, "Pattern Classification and Scene Analysis",
 * 1973): where the right class has not the highest score, the row is added to its weights and taken from those of the
 * class that has.
 *
 * <p>If lines of margin γ separate the rows, T corrections make weights of a norm of γ·T or more (Novikoff, 1962). So
 * {@code norm / T} is a bound above every possible margin, and weights that come back to what they were, which has them
 * run in a circle for ever, prove that there is none.
 */
final class Perceptron {

    /** How the rows turned out to lie. */
    enum Verdict {
        /** Separated. */
        SEPARATED,
        /** Proven to be inseparable: the weights run in a circle. */
        INSEPARABLE,
        /** Not separable by more than {@link #LEAST_MARGIN}, if at all. */
        HARDLY,
        /** Nothing found in the time given. */
        UNKNOWN
    }

    /** Margins below this share of the longest row are as good as none to gradient descent. */
    static final double LEAST_MARGIN = 1e-3;

    /** What a row costs besides its multiplications, in these. */
    private static final long ROW_WORK = 16;

    private final Matrix points;
    private final int[] classes;
    private final int columns;

    /** Classes × columns. */
    private final double[] weights;

    private final double[] scores;
    private long corrections;

    /**
     * A perceptron that knows nothing yet.
     *
     * @param points rows × columns
     * @param classes one a row, from 0
     */
    Perceptron(Matrix points, int[] classes, int count) {
        this.points = points;
        this.classes = classes;
        columns = points.columns();
        weights = new double[Math.multiplyExact(count, columns)];
        scores = new double[count];
    }

    /**
     * Corrects the weights, pass after pass, for at most about {@code work} multiplications.
     *
     * @param exact whether sums of rows are exact, so that a circle is no effect of rounding
     */
    Verdict run(long work, boolean exact) {
        long passes = work / Math.max(1, points.rows() * (ROW_WORK + weights.length));
        double[] earlier = weights.clone();
        long nextEarlier = 1;
        for (long pass = 1; pass <= passes; pass++) {
            if (!correctAll()) {
                return Verdict.SEPARATED;
            }
            if (exact && Arrays.equals(weights, earlier)) {
                return Verdict.INSEPARABLE;
            }
            // After ever more passes, so that a circle is found however long it is (Brent, BIT 20, 1980).
            if (pass == nextEarlier) {
                System.arraycopy(weights, 0, earlier, 0, weights.length);
                nextEarlier *= 2;
            }
        }
        return corrections > 0 && marginBound() < LEAST_MARGIN ? Verdict.HARDLY : Verdict.UNKNOWN;
    }

    /** Passes over all rows once; false if nothing had to be corrected. */
    private boolean correctAll() {
        long before = corrections;
        for (int row = 0; row < classes.length; row++) {
            int rival = strongestRival(row);
            if (scores[rival] >= scores[classes[row]]) {
                int from = row * columns;
                for (int j = 0; j < columns; j++) {
                    double x = points.values()[from + j];
                    weights[classes[row] * columns + j] += x;
                    weights[rival * columns + j] -= x;
                }
                corrections++;
            }
        }
        return corrections > before;
    }

    /** Scores a row; the wrong class that scores highest. */
    private int strongestRival(int row) {
        double[] values = points.values();
        int from = row * columns;
        int rival = -1;
        for (int c = 0; c < scores.length; c++) {
            double score = 0.0;
            for (int j = 0; j < columns; j++) {
                score += weights[c * columns + j] * values[from + j];
            }
            scores[c] = score;
            if (c != classes[row] && (rival < 0 || score > scores[rival])) {
                rival = c;
            }
        }
        return rival;
    }

    /** No lines separate the rows by a larger share of the longest row than this. */
    private double marginBound() {
        double longest = 0.0;
        for (int row = 0; row < points.rows(); row++) {
            longest = Math.max(longest, squares(points.values(), row * columns, columns));
        }
        // A correction changes two classes' weights, which is a vector √2 times as long as the row.
        return Math.sqrt(squares(weights, 0, weights.length) / (2.0 * longest)) / corrections;
    }

    private static double squares(double[] values, int from, int length) {
        double sum = 0.0;
        for (int i = from; i < from + length; i++) {
            sum += values[i] * values[i];
        }
        return sum;
    }
}
