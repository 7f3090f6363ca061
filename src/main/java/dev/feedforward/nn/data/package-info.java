/** Rows of numbers, wherever they are kept. */
@NullMarked
package dev.feedforward.nn.data;

import org.jspecify.annotations.NullMarked;
