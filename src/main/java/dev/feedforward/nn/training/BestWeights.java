package dev.feedforward.nn.training;

import dev.feedforward.nn.Architecture;
import dev.feedforward.nn.Parameters;
import dev.feedforward.nn.checkpoint.StateTransfer;

/** Follows the progress of a training for {@link EarlyStopping}. */
final class BestWeights {

    private final EarlyStopping rule;
    private final Parameters best;
    private double bestLoss = Double.POSITIVE_INFINITY;
    private int epochsWithoutProgress;

    BestWeights(EarlyStopping rule, Architecture architecture) {
        this.rule = rule;
        best = new Parameters(architecture);
    }

    /** Takes note of an epoch; answers whether patience has run out. */
    boolean isExhaustedAfter(double loss, Parameters parameters) {
        if (loss < bestLoss - rule.minDelta() || (bestLoss == Double.POSITIVE_INFINITY && loss < bestLoss)) {
            bestLoss = loss;
            epochsWithoutProgress = 0;
            best.copyFrom(parameters);
            return false;
        }
        return ++epochsWithoutProgress >= rule.patience();
    }

    void transfer(StateTransfer through) {
        best.transfer(through);
        bestLoss = through.number(bestLoss);
        epochsWithoutProgress = (int) through.number(epochsWithoutProgress);
    }

    /** Puts the weights of the best epoch back, if that is wanted and there was one. */
    void restore(Parameters parameters) {
        if (rule.restoreBest() && bestLoss < Double.POSITIVE_INFINITY) {
            parameters.copyFrom(best);
        }
    }
}
