package dev.feedforward.nn;

import java.util.ArrayList;
import java.util.List;

/** Keeps every recorded point, and ends the training after a number of iterations if told so. */
final class Recording implements TrainingListener {

    final List<Long> iterations = new ArrayList<>();
    final List<Double> costs = new ArrayList<>();
    final List<Double> losses = new ArrayList<>();
    final List<Double> validationCosts = new ArrayList<>();
    final List<Double> testCosts = new ArrayList<>();
    private final long stopAt;

    Recording() {
        this(Long.MAX_VALUE);
    }

    Recording(long stopAt) {
        this.stopAt = stopAt;
    }

    @Override
    public boolean continueAt(long iteration) {
        return iteration < stopAt;
    }

    @Override
    public void recorded(long iteration, double cost, double loss, double validationCost, double testCost) {
        iterations.add(iteration);
        costs.add(cost);
        losses.add(loss);
        validationCosts.add(validationCost);
        testCosts.add(testCost);
    }
}
