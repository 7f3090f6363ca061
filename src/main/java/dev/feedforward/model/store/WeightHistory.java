package dev.feedforward.model.store;

import dev.feedforward.error.ServiceException;
import dev.feedforward.nn.Parameters;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Tells how weights changed over a training, by going through it again. */
@FunctionalInterface
public interface WeightHistory {

    /**
     * The values of some weights over the training of {@code model}: from the first weights to those of the model's
     * {@link Model#moment()}, or to the last ones of a training that is over. Where that put the weights of its best
     * epoch back, the model's own are among those before.
     *
     * @param model as it was found, at a moment of its training or after it
     * @param points iterations to look at, evenly spread with the first and the last among them; 2 or more, fewer are
     *     answered where there are not so many
     * @param weights what to read each time, as in {@code parameters -> parameters.weights(0)[5]}
     * @throws ServiceException if the training cannot be replayed, or not within a few seconds
     */
    Path of(Model model, int points, List<ToDoubleFunction<Parameters>> weights);

    /**
     * How weights changed.
     *
     * @param iteration corrections that were made before each point, ascending from 0
     * @param values weights × points
     */
    record Path(long[] iteration, double[][] values) {}
}
