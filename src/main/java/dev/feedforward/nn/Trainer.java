package dev.feedforward.nn;

import dev.feedforward.nn.TrainingOutcome.StopReason;
import org.jspecify.annotations.Nullable;

/** Trains a network by gradient descent. */
public final class Trainer {

    private final Network network;
    private final Samples training;
    private final @Nullable Samples test;
    private final TrainingPlan plan;
    private final Workspace workspace;
    private final Gradient gradient;
    private final @Nullable Workspace testWorkspace;
    private final Parameters lastFinite;
    private long lastFiniteIteration;

    /**
     * A trainer with all the memory that the training needs.
     *
     * @param network changed in place
     * @param test rows that are only watched, or null
     */
    public Trainer(Network network, Samples training, @Nullable Samples test, TrainingPlan plan) {
        this.network = network;
        this.training = training;
        this.test = test;
        this.plan = plan;
        workspace = new Workspace(network.architecture(), training.rows());
        gradient = new Gradient(network.architecture(), training.rows());
        testWorkspace = test == null ? null : new Workspace(network.architecture(), test.rows());
        lastFinite = new Parameters(network.architecture());
        lastFinite.copyFrom(network.parameters());
    }

    /** Trains until the plan is done, the listener wants no more or the loss is no finite number. */
    public TrainingOutcome train(TrainingListener listener) {
        double[] inputs = training.inputs().values();
        double[] answers = training.answers().values();
        for (long iteration = 0; iteration < plan.iterations(); iteration++) {
            if (!listener.continueAt(iteration)) {
                return new TrainingOutcome(StopReason.CANCELLED, iteration);
            }
            network.forward(inputs, workspace);
            if (iteration % plan.recordEvery() == 0 && !record(iteration, listener)) {
                return backToLastFinite();
            }
            network.backward(inputs, answers, plan.loss(), workspace, gradient);
            plan.optimizer().correct(network.parameters(), gradient.parameters(), plan.learningRate());
        }
        network.forward(inputs, workspace);
        return Double.isFinite(loss())
                ? new TrainingOutcome(StopReason.ITERATIONS, plan.iterations())
                : backToLastFinite();
    }

    /** Tells the listener the costs of the weights as they are, unless these have diverged. */
    private boolean record(long iteration, TrainingListener listener) {
        double loss = loss();
        if (!Double.isFinite(loss)) {
            return false;
        }
        lastFinite.copyFrom(network.parameters());
        lastFiniteIteration = iteration;
        listener.recorded(iteration, cost(workspace, training), loss, testCost());
        return true;
    }

    private double loss() {
        double[] outputs = workspace.outputs();
        return plan.loss().value(outputs, training.answers().values(), outputs.length);
    }

    private double testCost() {
        if (test == null || testWorkspace == null) {
            return Double.NaN;
        }
        network.forward(test.inputs().values(), testWorkspace);
        return cost(testWorkspace, test);
    }

    private static double cost(Workspace workspace, Samples samples) {
        double[] outputs = workspace.outputs();
        return Loss.meanAbsoluteError(outputs, samples.answers().values(), outputs.length);
    }

    private TrainingOutcome backToLastFinite() {
        network.parameters().copyFrom(lastFinite);
        return new TrainingOutcome(StopReason.DIVERGED, lastFiniteIteration);
    }
}
