package dev.feedforward.nn.training;

import dev.feedforward.nn.Dropout;
import dev.feedforward.nn.Gradient;
import dev.feedforward.nn.Network;
import dev.feedforward.nn.Workspace;
import dev.feedforward.nn.checkpoint.StateReader;
import dev.feedforward.nn.checkpoint.StateSize;
import dev.feedforward.nn.checkpoint.StateTransfer;
import dev.feedforward.nn.kernel.Kernels;
import dev.feedforward.nn.training.TrainingOutcome.StopReason;
import org.jspecify.annotations.Nullable;

/** Trains a network by gradient descent or one of its kin. Has all its memory from the start. */
public final class Trainer {

    private final Network network;
    private final TrainingPlan plan;
    private final MiniBatches batches;
    private final Workspace workspace;
    private final Gradient gradient;
    private final OptimizerState state;
    private final Dropout dropout;
    private final TrainingMonitor monitor;
    private long iteration;

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
        batches = new MiniBatches(rows.training(), plan.batchSize(), plan.shuffle(), plan.seed());
        workspace = new Workspace(network.architecture(), batches.largest(), kernels);
        gradient = new Gradient(network.architecture(), batches.largest());
        state = new OptimizerState(plan.optimizer(), network.parameters());
        dropout = new Dropout(network.architecture(), plan.seed(), workspace);
        monitor = new TrainingMonitor(network, rows, plan, batches);
    }

    /**
     * A copy of the state, which stays as it is. Call it on the thread that trains, from
     * {@link TrainingListener#continueAt} or between two calls of {@link #advance}: between two iterations.
     *
     * @throws ArithmeticException if the state takes 2 GiB or more
     */
    public Checkpoint checkpoint() {
        return Checkpoint.of(iteration, through -> {
            compare(through);
            transfer(through);
        });
    }

    /**
     * Takes over the state of a training of the same network, over the same rows and by the same plan, so that
     * {@link #train} goes on from there, bit for bit. Of the plan, what the state does not depend on may differ: the
     * seed of its generators says nothing any more, and there may be more iterations.
     *
     * <p>Call it before {@link #train}, or between two calls of {@link #advance}.
     *
     * @throws IllegalArgumentException if the checkpoint does not fit; nothing has changed then
     */
    public void resume(Checkpoint checkpoint) {
        if (checkpoint.iteration() > plan.iterations()) {
            throw new IllegalArgumentException("the checkpoint is of iteration %d, this training has %d"
                    .formatted(checkpoint.iteration(), plan.iterations()));
        }
        StateReader reader = checkpoint.state();
        compare(reader);
        StateSize size = new StateSize();
        transfer(size);
        if (size.bytes() != reader.remaining()) {
            throw new IllegalArgumentException("the checkpoint is of a state of %d bytes, this training's takes %d"
                    .formatted(reader.remaining(), size.bytes()));
        }
        transfer(reader);
        iteration = checkpoint.iteration();
    }

    /** All that the length of the state and the meaning of its numbers depend on. */
    private void compare(StateTransfer with) {
        network.architecture().compare(with);
        with.same("optimizer", plan.optimizer().getClass().getSimpleName());
        batches.compare(with);
        monitor.compare(with);
    }

    private void transfer(StateTransfer through) {
        network.parameters().transfer(through);
        state.transfer(through);
        batches.transfer(through);
        dropout.transfer(through);
        monitor.transfer(through);
    }

    /**
     * Trains until the plan is done, the listener wants no more, the loss falls no more, or it is no finite number.
     *
     * <p>Call it once.
     */
    public TrainingOutcome train(TrainingListener listener) {
        while (iteration < plan.iterations()) {
            if (!listener.continueAt(iteration)) {
                return monitor.end(StopReason.CANCELLED, iteration);
            }
            StopReason reached = step(listener);
            if (reached != null) {
                return monitor.end(reached, iteration);
            }
        }
        return monitor.end(StopReason.ITERATIONS, plan.iterations());
    }

    /**
     * Goes on until {@code until} corrections are made in all, and leaves the weights as they are then: none are put
     * back, as they may be where a training ends. Stops before that where the listener wants no more, or where
     * {@link #train} would have ended for another reason than patience: how far a training came that is made once more
     * is known, and no rule is to say otherwise.
     *
     * <p>Call it as often as you like, with {@link #resume} in between, but not with {@link #train}.
     *
     * @return whether so many are made
     */
    public boolean advance(long until, TrainingListener listener) {
        boolean goesOn = true;
        while (goesOn && iteration < until) {
            goesOn = listener.continueAt(iteration) && goesOnAfter(step(listener));
        }
        return iteration == until;
    }

    private static boolean goesOnAfter(@Nullable StopReason reached) {
        return reached == null || reached == StopReason.EARLY_STOPPING;
    }

    /** Corrections of the weights that were made so far. */
    public long iteration() {
        return iteration;
    }

    /** Makes one correction of the weights; answers why the training must end here, or null. */
    private @Nullable StopReason step(TrainingListener listener) {
        batches.next();
        dropout.draw(workspace, batches.rows());
        network.forward(batches.inputs(), batches.rows(), workspace);
        StopReason reached = monitor.watch(iteration, workspace, listener);
        if (reached != null) {
            return reached;
        }
        correct();
        iteration++;
        return batches.endsEpoch() && monitor.isExhaustedAfterEpoch() ? StopReason.EARLY_STOPPING : null;
    }

    private void correct() {
        network.backward(batches.inputs(), batches.answers(), plan.loss(), workspace, gradient);
        plan.regularization().apply(network.parameters(), gradient.parameters());
        double rate = plan.learningRate() * plan.schedule().factor(iteration, plan.iterations());
        plan.optimizer().correct(network.parameters(), gradient.parameters(), state, rate);
    }
}
