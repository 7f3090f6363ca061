package dev.feedforward.training.diagnosis;

import dev.feedforward.nn.data.RowSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds inputs that are the same in all rows: nothing can be told from them. */
final class ConstantInputs {

    private ConstantInputs() {}

    /**
     * Looks at every row at most once, and keeps two.
     *
     * @param biased whether the first layer has biases; without, one column of a constant other than 0 stands in for
     *     them, and is what it should be
     */
    static Optional<Warning> find(RowSource inputs, boolean biased) {
        double[] first = inputs.row(0);
        boolean[] constant = constantColumns(inputs, first);
        int substitute = biased
                ? -1
                : IntStream.range(0, constant.length)
                        .filter(j -> constant[j] && first[j] != 0.0)
                        .findFirst()
                        .orElse(-1);
        List<String> found = IntStream.range(0, constant.length)
                .filter(j -> constant[j] && j != substitute)
                .mapToObj(j -> "input %d is %s".formatted(j + 1, Wording.number(first[j])))
                .toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(warning(found, inputs));
    }

    private static boolean[] constantColumns(RowSource inputs, double[] first) {
        int columns = inputs.columns();
        boolean[] constant = new boolean[columns];
        Arrays.fill(constant, true);
        double[] row = new double[columns];
        int candidates = columns;
        for (int i = 1; i < inputs.rows() && candidates > 0; i++) {
            inputs.copyRow(i, row, 0);
            for (int j = 0; j < columns; j++) {
                if (constant[j] && row[j] != first[j]) {
                    constant[j] = false;
                    candidates--;
                }
            }
        }
        return constant;
    }

    private static Warning warning(List<String> found, RowSource inputs) {
        return new Warning(
                "constant_input",
                ("%d of the %d inputs (counted from 1) %s the same in all %,d training rows: %s. Nothing can be learned"
                                + " from that.")
                        .formatted(
                                found.size(),
                                inputs.columns(),
                                found.size() == 1 ? "is" : "are",
                                inputs.rows(),
                                Wording.list(found)),
                "Leave these inputs out, or add rows in which they differ. In pictures an empty margin is harmless.");
    }
}
