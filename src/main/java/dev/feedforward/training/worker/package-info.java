/** Trains jobs, and stores their checkpoints and what becomes of them. */
@NullMarked
package dev.feedforward.training.worker;

import org.jspecify.annotations.NullMarked;
