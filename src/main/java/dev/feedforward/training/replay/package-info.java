/** Goes through trainings again, to show networks as they are and as they were. */
@NullMarked
package dev.feedforward.training.replay;

import org.jspecify.annotations.NullMarked;
