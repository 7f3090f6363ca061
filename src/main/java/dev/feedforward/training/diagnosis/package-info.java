/** Warnings of a training: finds what keeps a network from learning, and says what to change. */
@NullMarked
package dev.feedforward.training.diagnosis;

import org.jspecify.annotations.NullMarked;
