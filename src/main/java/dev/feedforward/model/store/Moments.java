package dev.feedforward.model.store;

import dev.feedforward.error.ServiceException;

/** Finds networks as they are or were at some moment of a training. */
@FunctionalInterface
public interface Moments {

    /**
     * The network that is meant.
     *
     * @param which names a job, an iteration or both
     * @throws ServiceException if there is no such job, model or iteration, or what would be needed is gone, comes too
     *     late or takes too long
     */
    Model find(WhichModel which);
}
