package dev.feedforward.dataset.builtin;

import dev.feedforward.dataset.rows.Answers;
import dev.feedforward.nn.data.Matrix;
import dev.feedforward.nn.random.SplitMix64;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Points of a plane that are drawn at random, each with an answer of 0 or 1. */
final class PlanePoints {

    private final SetSettings settings;
    private final SplitMix64 random;
    private final double[][] points;
    private final double[][] answers;
    private int count;

    /** @param purpose the set's name: sets of one seed have different random numbers */
    PlanePoints(String purpose, SetSettings settings) {
        this.settings = settings;
        random = SplitMix64.forPurpose(settings.seed(), purpose);
        points = new double[settings.samples()][];
        answers = new double[settings.samples()][];
    }

    /** How many points there will be. */
    int samples() {
        return settings.samples();
    }

    /** The noise, from 0 to 0.5. */
    double noise() {
        return settings.noise() / 100.0;
    }

    /** A random number between two. */
    double uniform(double least, double most) {
        return least + (most - least) * random.nextDouble();
    }

    /** A random number of a normal distribution. */
    double normal(double mean, double variance) {
        return mean + Math.sqrt(variance) * random.nextGaussian();
    }

    void add(double x, double y, boolean answer) {
        points[count] = new double[] {x, y};
        answers[count] = new double[] {answer ? 1.0 : 0.0};
        count++;
    }

    /** The points in a random order: the first half to learn from, with the odd one, the others to test with. */
    Generated halves() {
        int[] order = IntStream.range(0, count).toArray();
        random.shuffle(order);
        int learned = count - count / 2;
        return new Generated(pick(Arrays.copyOf(order, learned)), pick(Arrays.copyOfRange(order, learned, count)));
    }

    private AnsweredRows pick(int... order) {
        return new AnsweredRows(
                Matrix.of(points).pick(order), new Answers(Matrix.of(answers).pick(order), null));
    }
}
