/** Trains a network: mini-batches, optimizers, and when to stop. */
@NullMarked
package dev.feedforward.nn.training;

import org.jspecify.annotations.NullMarked;
