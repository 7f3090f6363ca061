package dev.feedforward.nn.training;

import dev.feedforward.nn.data.RowSource;
import dev.feedforward.nn.data.Samples;
import dev.feedforward.nn.random.SplitMix64;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a training.
 *
 * @param training the rows that are learned from
 * @param validation rows that decide when to stop, or null
 * @param test rows that are only watched, or null
 * @param unanswered rows of which nobody says what should be answered: asked once the network is trained, or null
 * @param outputUnits what 1 of each output is worth in the cost
 */
public record TrainingRows(
        Samples training,
        @Nullable Samples validation,
        @Nullable Samples test,
        @Nullable RowSource unanswered,
        double[] outputUnits) {

    /** Rows all of which have answers. */
    public TrainingRows(Samples training, @Nullable Samples validation, @Nullable Samples test, double[] outputUnits) {
        this(training, validation, test, null, outputUnits);
    }

    /** Rows to train on, all of them. */
    public static TrainingRows of(Samples training) {
        return of(training, null);
    }

    /** Rows to train on, and rows that are only watched or null. */
    public static TrainingRows of(Samples training, @Nullable Samples test) {
        double[] ones = new double[training.answers().columns()];
        Arrays.fill(ones, 1.0);
        return new TrainingRows(training, null, test, ones);
    }

    /** These rows, and some without answers; null for none. */
    public TrainingRows withUnanswered(@Nullable RowSource rows) {
        return new TrainingRows(training, validation, test, rows, outputUnits);
    }

    /**
     * These rows, each kind of them encoded, with new units.
     *
     * @param encodeInputs encodes the rows that have no answers
     */
    public TrainingRows map(UnaryOperator<Samples> encode, UnaryOperator<RowSource> encodeInputs, double[] units) {
        return new TrainingRows(
                encode.apply(training),
                validation == null ? null : encode.apply(validation),
                test == null ? null : encode.apply(test),
                unanswered == null ? null : encodeInputs.apply(unanswered),
                units);
    }

    /**
     * These rows, with a share of the training rows set aside for validation: those that come last in a random order.
     *
     * @param fraction from 0 to less than 1
     */
    public TrainingRows withValidation(double fraction, long seed) {
        int rows = training.rows();
        int kept = kept(rows, fraction);
        if (kept == rows) {
            return this;
        }
        int[] order = new int[rows];
        for (int i = 0; i < rows; i++) {
            order[i] = i;
        }
        SplitMix64.forPurpose(seed, "validation").shuffle(order);
        return new TrainingRows(
                training.pick(Arrays.copyOf(order, kept)),
                training.pick(Arrays.copyOfRange(order, kept, rows)),
                test,
                unanswered,
                outputUnits);
    }

    /**
     * How many of {@code rows} rows are left to learn from where {@code fraction} is set aside: at least one, and one
     * fewer than all unless nothing is set aside.
     */
    public static int kept(int rows, double fraction) {
        return fraction == 0.0 || rows < 2
                ? rows
                : Math.min(rows - 1, Math.max(1, (int) Math.round(rows * (1.0 - fraction))));
    }
}
