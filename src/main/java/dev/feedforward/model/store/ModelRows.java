package dev.feedforward.model.store;

import dev.feedforward.error.ServiceException;
import dev.feedforward.nn.training.TrainingRows;

/** Finds the rows that models were trained with. */
@FunctionalInterface
public interface ModelRows {

    /**
     * The rows that {@code model} learned from, was validated and is tested with: in the units in which they were
     * given, labels as numbers.
     *
     * @throws ServiceException if they are no longer kept
     */
    TrainingRows of(Model model);
}
