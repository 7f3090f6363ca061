package dev.feedforward.nn;

import dev.feedforward.nn.training.TrainingListener;
import java.util.ArrayList;
import java.util.List;

/** Keeps every recorded point, and ends the training after a number of iterations if told so. */
public final class Recording implements TrainingListener {

    public final List<Long> iterations = new ArrayList<>();
    public final List<Double> costs = new ArrayList<>();
    public final List<Double> losses = new ArrayList<>();
    public final List<Double> validationCosts = new ArrayList<>();
    public final List<Double> testCosts = new ArrayList<>();
    private final long stopAt;

    public Recording() {
        this(Long.MAX_VALUE);
    }

    public Recording(long stopAt) {
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
