package dev.feedforward.training.history;

import dev.feedforward.model.metrics.Figures;
import dev.feedforward.model.metrics.Metrics;
import org.jspecify.annotations.Nullable;

/**
 * What was measured at a recorded point of a training.
 *
 * @param validationCost NaN without validation rows
 * @param testCost NaN without test rows
 */
public record CostPoint(double cost, double loss, double validationCost, double testCost) {

    /** Nothing measured yet. */
    private static final CostPoint NONE = new CostPoint(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /** The last point of a history; null where it has none. */
    public static @Nullable CostPoint last(CostHistory history) {
        int last = history.size() - 1;
        return last < 0
                ? null
                : new CostPoint(
                        history.cost()[last],
                        history.loss()[last],
                        history.validationCost() == null ? Double.NaN : history.validationCost()[last],
                        history.testCost() == null ? Double.NaN : history.testCost()[last]);
    }

    /**
     * All that is known of a network in training: the figures of its last point, NaN for what was not measured there.
     *
     * @param last null before the first point
     * @param seconds the time that it was trained; NaN where that is not known
     */
    public static Figures figures(@Nullable CostPoint last, double seconds) {
        CostPoint point = last == null ? NONE : last;
        return new Figures(
                point.cost,
                point.loss,
                Metrics.NONE,
                Double.isNaN(point.testCost) ? null : new Figures.Test(null, point.testCost, Metrics.NONE),
                Double.isNaN(point.validationCost)
                        ? null
                        : new Figures.Validation(point.validationCost, Double.NaN, Metrics.NONE),
                seconds);
    }
}
