/** The state of a training as bytes, and back. */
@NullMarked
package dev.feedforward.nn.checkpoint;

import org.jspecify.annotations.NullMarked;
