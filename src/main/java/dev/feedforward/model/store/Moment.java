package dev.feedforward.model.store;

/**
 * A moment of a training, before the correction of iteration {@code iteration}.
 *
 * @param job the number of the job that trains or trained
 * @param iteration corrections of the weights that were made so far; 0 with the first weights
 */
public record Moment(long job, long iteration) {}
