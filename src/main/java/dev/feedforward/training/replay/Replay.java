package dev.feedforward.training.replay;

import dev.feedforward.computing.Alone;
import dev.feedforward.computing.Turns;
import dev.feedforward.error.ServiceException;
import dev.feedforward.model.store.WeightHistory.Path;
import dev.feedforward.nn.Network;
import dev.feedforward.nn.Parameters;
import dev.feedforward.nn.training.Checkpoint;
import dev.feedforward.nn.training.Trainer;
import dev.feedforward.nn.training.TrainingListener;
import dev.feedforward.training.history.CostPoint;
import dev.feedforward.training.recipe.PreparedTraining;
import dev.feedforward.training.worker.Snapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a training again, bit for bit: on from where it is, or from the nearest checkpoint before. On its way it
 * keeps some checkpoints, evenly spread over the training.
 */
final class Replay {

    /** Checkpoints to keep of a training, where they are small. */
    private static final int MOST_KEPT = 64;

    /** What they may take together, but for the one of the first weights: 16 MB. */
    private static final long KEPT_BYTES = 16_000_000;

    /** Weights of the points of paths that are kept, in all networks together: 4 MB. */
    private static final long MOST_PASSED = 500_000;

    private final long job;
    private final PreparedTraining training;
    private final Network network;
    private final Trainer trainer;
    private final TreeMap<Long, Kept> kept = new TreeMap<>();
    private final Map<Long, Parameters> passed = new HashMap<>();
    private final ReplayLimit limit;
    private final Alone alone;
    private final long spacing;
    private @Nullable CostPoint point;
    private volatile @Nullable Kept stored;
    private @Nullable Snapshot last;

    /**
     * A replay that has not begun.
     *
     * @param threads that it may use
     */
    Replay(long job, PreparedTraining training, int threads, ReplayLimit limit, Turns turns) {
        this.job = job;
        alone = new Alone(turns);
        this.training = training;
        this.limit = limit;
        network = training.network();
        trainer = training.trainer(network, threads);
        Kept first = new Kept(trainer.checkpoint(), null);
        kept.put(0L, first);
        long fit = Math.min(MOST_KEPT, KEPT_BYTES / first.checkpoint.toBytes().length);
        long iterations = training.recipe().settings().iterations();
        spacing = fit == 0 ? Long.MAX_VALUE : Math.max(1, (iterations + fit - 1) / fit);
    }

    private record Kept(Checkpoint checkpoint, @Nullable CostPoint point) {

        long iteration() {
            return checkpoint.iteration();
        }
    }

    /** Bytes that it takes at its fullest. */
    long bytes() {
        return training.bytes();
    }

    /** Iterations from one recorded point to the next. */
    long recordEvery() {
        return training.recipe().settings().recordEvery();
    }

    /** Whether the checkpoint of {@code iteration} is the stored one that it knows. */
    boolean keeps(long iteration) {
        Kept known = stored;
        return known != null && known.iteration() == iteration;
    }

    /** Takes note of the checkpoint that was stored last, as one to start from. */
    void keep(Checkpoint checkpoint, @Nullable CostPoint lastPoint) {
        stored = new Kept(checkpoint, lastPoint);
    }

    /**
     * The network before the correction of {@code iteration}, which the training must have reached.
     *
     * @throws ServiceException if that would take too long
     */
    Snapshot at(long iteration) {
        ReplayLimit.Deadline deadline = limit.begin();
        return alone.answer(deadline::left, () -> limit.awaited(job, iteration), () -> {
            Snapshot known = last;
            if (known == null || known.iteration() != iteration) {
                goTo(iteration, deadline);
                known = new Snapshot(training, iteration, network, point, Double.NaN);
                last = known;
            }
            return known;
        });
    }

    /**
     * The values of {@code weights} from the first iteration to {@code end}, which the training must have reached.
     *
     * @throws ServiceException if that would take too long
     */
    Path path(long end, int points, List<ToDoubleFunction<Parameters>> weights) {
        ReplayLimit.Deadline deadline = limit.begin();
        return alone.answer(deadline::left, () -> limit.awaited(job, end), () -> path(end, points, weights, deadline));
    }

    private Path path(long end, int points, List<ToDoubleFunction<Parameters>> weights, ReplayLimit.Deadline deadline) {
        int count = (int) Math.min(points, end + 1);
        long[] iterations = new long[count];
        double[][] values = new double[weights.size()][count];
        limit.check(job, 0, end);
        for (int i = 0; i < count; i++) {
            iterations[i] = count == 1 ? end : Math.round((double) end * i / (count - 1));
            Parameters there = passing(iterations[i], count, deadline);
            for (int w = 0; w < values.length; w++) {
                values[w][i] = weights.get(w).applyAsDouble(there);
            }
        }
        return new Path(iterations, values);
    }

    /** The weights at one of {@code count} points; kept where they are few, for the paths of other weights. */
    private Parameters passing(long iteration, int count, ReplayLimit.Deadline deadline) {
        Parameters known = passed.get(iteration);
        if (known != null) {
            return known;
        }
        goTo(iteration, deadline);
        long size = network.architecture().parameters();
        if (size * count > MOST_PASSED) {
            return network.parameters();
        }
        if (size * (passed.size() + 1) > MOST_PASSED) {
            passed.clear();
        }
        Parameters copy = new Parameters(network.architecture());
        copy.copyFrom(network.parameters());
        passed.put(iteration, copy);
        return copy;
    }

    private void goTo(long iteration, ReplayLimit.Deadline deadline) {
        Kept nearest = nearest(iteration);
        boolean ahead = trainer.iteration() <= iteration && trainer.iteration() >= nearest.iteration();
        limit.check(job, ahead ? trainer.iteration() : nearest.iteration(), iteration);
        if (!ahead) {
            trainer.resume(nearest.checkpoint);
            point = nearest.point;
        }
        if (!trainer.advance(iteration, new Listener(deadline))) {
            throw deadline.isPast() ? limit.exceeded(job, iteration, trainer.iteration()) : endedEarly(iteration);
        }
    }

    private IllegalStateException endedEarly(long iteration) {
        long ended = trainer.iteration();
        trainer.resume(kept.firstEntry().getValue().checkpoint);
        point = null;
        return new IllegalStateException(
                "job %d made more than %d corrections, its replay %d".formatted(job, iteration, ended));
    }

    private Kept nearest(long iteration) {
        Kept found = kept.floorEntry(iteration).getValue();
        Kept other = stored;
        return other != null && other.iteration() <= iteration && other.iteration() > found.iteration() ? other : found;
    }

    /** Keeps checkpoints and the last point on the way, and watches the time. */
    private final class Listener implements TrainingListener {

        private final ReplayLimit.Deadline deadline;

        Listener(ReplayLimit.Deadline deadline) {
            this.deadline = deadline;
        }

        @Override
        public boolean continueAt(long iteration) {
            if (iteration % spacing == 0 && !kept.containsKey(iteration)) {
                kept.put(iteration, new Kept(trainer.checkpoint(), point));
            }
            return !deadline.isPast();
        }

        @Override
        public void recorded(long iteration, double cost, double loss, double validationCost, double testCost) {
            point = new CostPoint(cost, loss, validationCost, testCost);
        }
    }
}
