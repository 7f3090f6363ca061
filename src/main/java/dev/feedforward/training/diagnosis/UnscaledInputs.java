package dev.feedforward.training.diagnosis;

import dev.feedforward.dataset.encoding.Standardization;
import dev.feedforward.nn.data.RowSource;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Finds inputs that are so large, or so much larger than others, that gradient descent follows these alone (LeCun,
 * Bottou, Orr and Müller, "Efficient BackProp", 1998, section 4.3).
 */
final class UnscaledInputs {

    /** A mean or deviation beyond this drives sigmoid and tanh neurons to their limits from the start. */
    private static final double LARGE = 10.0;

    /** Inputs whose largest magnitudes differ by more than this cannot share one learning rate. */
    private static final double FAR_APART = 100.0;

    private UnscaledInputs() {}

    /**
     * Looks at inputs that are not going to be standardised: at every row a few times, keeping two. Those that never
     * change are left to others to find.
     *
     * @param continues whether the encoding of the inputs is that of a model that is gone on from
     */
    static Optional<Warning> find(RowSource inputs, boolean continues) {
        return detail(inputs)
                .map(detail -> new Warning(
                        "unscaled_inputs",
                        detail,
                        continues
                                ? "Train a new model with \"standardizeInputs\": true under training: where one is gone on"
                                        + " from, its inputs stay scaled as they were."
                                : "Say \"standardizeInputs\": true under training, which brings every input to mean 0 and"
                                        + " deviation 1, here and when the model is asked."));
    }

    private static Optional<String> detail(RowSource inputs) {
        Standardization columns = Standardization.fit(inputs);
        List<String> large =
                describe(columns, j -> Math.abs(columns.mean()[j]) > LARGE || columns.deviation()[j] > LARGE);
        return large.isEmpty() ? compare(largestMagnitudes(inputs)) : Optional.of(tell(large, inputs.columns()));
    }

    private static String tell(List<String> large, int columns) {
        return ("%d of the %d inputs (counted from 1) %s far from 0 or widely spread: %s. Large inputs drive"
                        + " neurons to their limits, where they learn slowly, and can make the training diverge.")
                .formatted(large.size(), columns, large.size() == 1 ? "is" : "are", Wording.list(large));
    }

    private static Optional<String> compare(double[] largest) {
        int most = extreme(largest, true);
        int least = extreme(largest, false);
        // Below 1, as in the pixels of a picture, a faint input is just faint.
        if (most < 0 || largest[most] <= 1.0 || largest[most] / largest[least] <= FAR_APART) {
            return Optional.empty();
        }
        return Optional.of(
                "Input %d reaches %s, input %d only %s (counted from 1): the training hardly notices the small one."
                        .formatted(most + 1, Wording.number(largest[most]), least + 1, Wording.number(largest[least])));
    }

    private static List<String> describe(Standardization columns, IntPredicate which) {
        return IntStream.range(0, columns.columns())
                .filter(which)
                .mapToObj(j -> "input %d has the mean %s and the standard deviation %s"
                        .formatted(j + 1, Wording.number(columns.mean()[j]), Wording.number(columns.deviation()[j])))
                .toList();
    }

    /** The largest magnitude of each column; 0 where it never changes. */
    private static double[] largestMagnitudes(RowSource inputs) {
        int columns = inputs.columns();
        double[] largest = new double[columns];
        boolean[] changes = new boolean[columns];
        double[] first = inputs.row(0);
        double[] row = new double[columns];
        for (int i = 0; i < inputs.rows(); i++) {
            inputs.copyRow(i, row, 0);
            for (int j = 0; j < columns; j++) {
                largest[j] = Math.max(largest[j], Math.abs(row[j]));
                changes[j] |= row[j] != first[j];
            }
        }
        for (int j = 0; j < columns; j++) {
            largest[j] = changes[j] ? largest[j] : 0.0;
        }
        return largest;
    }

    /** The column of the largest, or the smallest, magnitude that is not 0; -1 for none. */
    private static int extreme(double[] magnitudes, boolean largest) {
        int found = -1;
        for (int j = 0; j < magnitudes.length; j++) {
            boolean better = found < 0 || magnitudes[j] > magnitudes[found] == largest;
            if (magnitudes[j] > 0.0 && better) {
                found = j;
            }
        }
        return found;
    }
}
