package dev.feedforward.nn.training;

import dev.feedforward.nn.Evaluator;
import dev.feedforward.nn.Loss;
import dev.feedforward.nn.Network;
import dev.feedforward.nn.Parameters;
import dev.feedforward.nn.Workspace;
import dev.feedforward.nn.checkpoint.StateTransfer;
import dev.feedforward.nn.data.Samples;
import dev.feedforward.nn.training.TrainingOutcome.StopReason;
import org.jspecify.annotations.Nullable;

/** Monitors a training: measures it, tells the listener, and stops it where it has gone far enough, or wrong. */
final class TrainingMonitor {

    private final Network network;
    private final double[] units;
    private final TrainingPlan plan;
    private final MiniBatches batches;
    private final @Nullable Evaluator validation;
    private final @Nullable Evaluator test;
    private final @Nullable Evaluator judged;
    private final @Nullable BestWeights bestWeights;
    private final Parameters lastFinite;
    private final int outputs;

    private final RunningMean cost = new RunningMean();
    private final RunningMean loss = new RunningMean();
    private final RunningMean epochLoss = new RunningMean();
    private long epochs;
    private boolean heldOutIsStale = true;

    TrainingMonitor(Network network, TrainingRows rows, TrainingPlan plan, MiniBatches batches) {
        this.network = network;
        units = rows.outputUnits();
        this.plan = plan;
        this.batches = batches;
        validation = evaluator(rows.validation());
        test = evaluator(rows.test());
        EarlyStopping rule = plan.earlyStopping();
        bestWeights = rule == null ? null : new BestWeights(rule, network.architecture());
        // A full batch is a pass over all rows by itself.
        judged = rule == null || batches.isFull() || rows.validation() != null ? null : evaluator(rows.training());
        lastFinite = new Parameters(network.architecture());
        lastFinite.copyFrom(network.parameters());
        outputs = network.architecture().outputs();
    }

    private @Nullable Evaluator evaluator(@Nullable Samples samples) {
        return samples == null ? null : new Evaluator(network, samples, plan.loss(), units);
    }

    /** @throws IllegalArgumentException if other rows are watched, or with another rule */
    void compare(StateTransfer with) {
        with.same("validation rows", validation == null ? 0 : validation.rows());
        with.same("test rows", test == null ? 0 : test.rows());
        with.same("early stopping", bestWeights == null ? "none" : "by patience");
    }

    /** Passes what was found so far. */
    void transfer(StateTransfer through) {
        cost.transfer(through);
        loss.transfer(through);
        epochLoss.transfer(through);
        epochs = through.number(epochs);
        heldOutIsStale = through.flag(heldOutIsStale);
        lastFinite.transfer(through);
        if (validation != null) {
            validation.transfer(through);
        }
        if (test != null) {
            test.transfer(through);
        }
        if (bestWeights != null) {
            bestWeights.transfer(through);
        }
    }

    /** Measures the batch that was just fed forward; answers why the training must end here, or null. */
    @Nullable
    StopReason watch(long iteration, Workspace workspace, TrainingListener listener) {
        int rows = batches.rows();
        double[] answers = batches.answers();
        double batchLoss = plan.loss().value(workspace.outputSums(), workspace.outputs(), answers, rows, outputs);
        if (!Double.isFinite(batchLoss)) {
            return StopReason.DIVERGED;
        }
        double batchCost = Loss.sumOfAbsoluteErrors(workspace.outputs(), answers, units, rows) / (rows * outputs);
        if (batches.isFull()) {
            // A point is this very iteration's: with mini-batches it is the mean since the point before.
            cost.reset();
            loss.reset();
        }
        cost.add(batchCost, rows);
        loss.add(batchLoss, rows);
        epochLoss.add(batchLoss, rows);
        return iteration % plan.recordEvery() == 0 ? record(iteration, listener) : null;
    }

    private @Nullable StopReason record(long iteration, TrainingListener listener) {
        if (heldOutIsStale) {
            measureHeldOut();
        }
        double pointCost = cost.mean();
        listener.recorded(
                iteration,
                pointCost,
                loss.mean(),
                validation == null ? Double.NaN : validation.cost(),
                test == null ? Double.NaN : test.cost());
        lastFinite.copyFrom(network.parameters());
        cost.reset();
        loss.reset();
        return pointCost <= plan.stopAtCost() ? StopReason.STOP_AT_COST : null;
    }

    /** Looks back on an epoch whose last correction was just made; answers whether patience has run out. */
    boolean isExhaustedAfterEpoch() {
        epochs++;
        double ofBatches = epochLoss.mean();
        epochLoss.reset();
        // The weights stay as they are until the next point where an epoch is one iteration; else they must be asked
        // now.
        heldOutIsStale = true;
        if (!batches.isFull() || (bestWeights != null && validation != null)) {
            measureHeldOut();
        }
        return bestWeights != null && bestWeights.isExhaustedAfter(judgedLoss(ofBatches), network.parameters());
    }

    /** The loss over the validation rows, or without them over all training rows, as the epoch has left the weights. */
    private double judgedLoss(double ofFullBatch) {
        if (validation != null) {
            return validation.loss();
        }
        if (judged == null) {
            return ofFullBatch;
        }
        judged.run();
        return judged.loss();
    }

    private void measureHeldOut() {
        if (validation != null) {
            validation.run();
        }
        if (test != null) {
            test.run();
        }
        heldOutIsStale = false;
    }

    /** Ends the training: with the best weights if these were kept, with finite ones in any case. */
    TrainingOutcome end(StopReason reason, long iterations) {
        StopReason found = reason;
        if (reason == StopReason.DIVERGED || !isFinite()) {
            network.parameters().copyFrom(lastFinite);
            found = StopReason.DIVERGED;
        }
        if (bestWeights != null) {
            bestWeights.restore(network.parameters());
        }
        return new TrainingOutcome(found, iterations, epochs);
    }

    private boolean isFinite() {
        for (double[] array : network.parameters().arrays()) {
            for (double number : array) {
                if (!Double.isFinite(number)) {
                    return false;
                }
            }
        }
        return true;
    }
}
