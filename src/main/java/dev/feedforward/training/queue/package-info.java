/** The queue in which jobs wait for a worker, of whichever instance. */
@NullMarked
package dev.feedforward.training.queue;

import org.jspecify.annotations.NullMarked;
