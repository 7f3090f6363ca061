package dev.feedforward.nn;

import dev.feedforward.nn.TrainingOutcome.StopReason;
import dev.feedforward.nn.kernel.Kernels;

/** Trains a network by gradient descent or one of its kin. Has all its memory from the start. */
public final class Trainer {

    private final Network network;
    private final TrainingPlan plan;
    private final Batches batches;
    private final Workspace workspace;
    private final Gradient gradient;
    private final OptimizerState state;
    private final Dropout dropout;
    private final Progression progression;

    /**
     * A trainer for one training.
     *
     * @param network changed in place
     */
    public Trainer(Network network, TrainingRows rows, TrainingPlan plan) {
        this(network, rows, plan, new Kernels());
    }

    /**
     * A trainer for one training.
     *
     * @param network changed in place
     * @param kernels what computes, for this trainer alone
     */
    public Trainer(Network network, TrainingRows rows, TrainingPlan plan, Kernels kernels) {
        this.network = network;
        this.plan = plan;
        batches = new Batches(rows.training(), plan.batchSize(), plan.shuffle(), plan.seed());
        workspace = new Workspace(network.architecture(), batches.largest(), kernels);
        gradient = new Gradient(network.architecture(), batches.largest());
        state = new OptimizerState(plan.optimizer(), network.parameters());
        dropout = new Dropout(network.architecture(), plan.seed(), workspace);
        progression = new Progression(network, rows, plan, batches);
    }

    /**
     * Trains until the plan is done, the listener wants no more, the loss falls no more, or it is no finite number.
     *
     * <p>Call it once.
     */
    public TrainingOutcome train(TrainingListener listener) {
        for (long iteration = 0; iteration < plan.iterations(); iteration++) {
            if (!listener.continueAt(iteration)) {
                return progression.end(StopReason.CANCELLED, iteration);
            }
            batches.next();
            dropout.draw(workspace, batches.rows());
            network.forward(batches.inputs(), batches.rows(), workspace);
            StopReason reached = progression.watch(iteration, workspace, listener);
            if (reached != null) {
                return progression.end(reached, iteration);
            }
            correct(iteration);
            if (batches.endsEpoch() && progression.isExhaustedAfterEpoch()) {
                return progression.end(StopReason.EARLY_STOPPING, iteration + 1);
            }
        }
        return progression.end(StopReason.ITERATIONS, plan.iterations());
    }

    private void correct(long iteration) {
        network.backward(batches.inputs(), batches.answers(), plan.loss(), workspace, gradient);
        plan.regularization().apply(network.parameters(), gradient.parameters());
        double rate = plan.learningRate() * plan.schedule().factor(iteration, plan.iterations());
        plan.optimizer().correct(network.parameters(), gradient.parameters(), state, rate);
    }
}
