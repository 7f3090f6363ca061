/** A dense network over plain double arrays: what it is, what it has learned, and how it answers. */
@NullMarked
package dev.feedforward.nn;

import org.jspecify.annotations.NullMarked;
