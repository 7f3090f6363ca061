/** Starts, lists, pauses and cancels training jobs over HTTP. */
@NullMarked
package dev.feedforward.training;

import org.jspecify.annotations.NullMarked;
