package dev.feedforward.nn.training;

/**
 * Stops a training that makes no progress: after each epoch the loss over the validation rows is looked at, or without
 * them that over all training rows (Prechelt, "Early stopping, but when?", 1998). With mini-batches that is one more
 * pass forward, without dropout; over the full batch it is the loss that the last correction was made for.
 *
 * @param patience epochs in a row without progress that end the training, 1 or more
 * @param minDelta by how much the loss must fall below the best so far to count as progress, 0 or more
 * @param restoreBest whether the training ends with the weights of the best epoch, whatever ended it
 */
public record EarlyStopping(int patience, double minDelta, boolean restoreBest) {}
