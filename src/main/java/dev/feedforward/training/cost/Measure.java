package dev.feedforward.training.cost;

import dev.feedforward.training.history.CostHistory;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What of cost histories is compared. */
enum Measure {
    COST("cost (mean absolute error)", CostHistory::cost),
    LOSS("loss", CostHistory::loss),
    VALIDATION_COST("cost of the validation rows", CostHistory::validationCost),
    TEST_COST("cost of the test rows", CostHistory::testCost);

    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // Each is a method without state.
    private final Function<CostHistory, double @Nullable []> column;

    Measure(String label, Function<CostHistory, double @Nullable []> column) {
        this.label = label;
        this.column = column;
    }

    /** What an axis of it is called. */
    String label() {
        return label;
    }

    /** Its values in a history, a point each; none of them a number where the history has no such column. */
    double[] of(CostHistory history) {
        return Objects.requireNonNullElseGet(column.apply(history), () -> {
            double[] none = new double[history.size()];
            Arrays.fill(none, Double.NaN);
            return none;
        });
    }
}
