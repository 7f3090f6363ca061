/** What outputs mean, and how good they are. */
@NullMarked
package dev.feedforward.model.metrics;

import org.jspecify.annotations.NullMarked;
