/**
 * The network itself: what it is, what it has learned, how it answers and how it is trained, over plain double arrays.
 */
@NullMarked
package dev.feedforward.nn;

import org.jspecify.annotations.NullMarked;
