/** Cost histories over HTTP, of one job and of several side by side. */
@NullMarked
package dev.feedforward.training.cost;

import org.jspecify.annotations.NullMarked;
