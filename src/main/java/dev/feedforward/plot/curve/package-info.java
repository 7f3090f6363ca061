/** Curves over an axis, and points against a diagonal. */
@NullMarked
package dev.feedforward.plot.curve;

import org.jspecify.annotations.NullMarked;
