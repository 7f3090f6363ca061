package dev.feedforward.training.worker;

import dev.feedforward.model.store.Model;
import dev.feedforward.model.store.ModelRef;
import dev.feedforward.model.store.Moment;
import dev.feedforward.nn.Network;
import dev.feedforward.nn.Parameters;
import dev.feedforward.training.history.CostPoint;
import dev.feedforward.training.job.Job;
import dev.feedforward.training.job.JobModel;
import dev.feedforward.training.recipe.PreparedTraining;
import dev.feedforward.training.recipe.Recipe;
import org.jspecify.annotations.Nullable;

/** A network as it is or was at a moment of its training: a copy, which does not change. */
public final class Snapshot {

    private final PreparedTraining training;
    private final long iteration;
    private final Parameters parameters;
    private final @Nullable CostPoint point;
    private final double seconds;
    private @Nullable Model model;

    /**
     * A copy of a network.
     *
     * @param iteration corrections of the weights that were made
     * @param network copied
     * @param point the last recorded point, or null before the first
     * @param seconds how long it was trained; NaN where that is not known
     */
    public Snapshot(
            PreparedTraining training, long iteration, Network network, @Nullable CostPoint point, double seconds) {
        this.training = training;
        this.iteration = iteration;
        this.point = point;
        this.seconds = seconds;
        parameters = new Parameters(network.architecture());
        parameters.copyFrom(network.parameters());
    }

    /** Bytes that one takes, with those that it is told by from others. */
    public static long bytes(Recipe recipe) {
        return 2 * Double.BYTES * recipe.architecture().parameters();
    }

    public long iteration() {
        return iteration;
    }

    /** The network as one that can be asked like any model: worked out once for all who look at it. */
    public synchronized Model model(Job job) {
        JobModel named = job.model();
        ModelRef ref = new ModelRef(named.name(), named.version() == null ? ModelRef.IN_TRAINING : named.version());
        Model known = model;
        if (known == null || !known.ref().equals(ref)) {
            known = new Model(
                    0,
                    ref,
                    job.createdAt(),
                    training.definition(parameters, CostPoint.figures(point, seconds)),
                    new Network(training.recipe().architecture(), parameters),
                    training.seenRows(),
                    false,
                    new Moment(job.id(), iteration));
            model = known;
        }
        return known;
    }
}
