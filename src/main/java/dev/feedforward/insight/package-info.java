/** Looks inside trained models, with a room for each way of looking. */
@NullMarked
package dev.feedforward.insight;

import org.jspecify.annotations.NullMarked;
