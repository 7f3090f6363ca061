/** A neural network that you can talk to: train it, watch it, ask it, over HTTP. */
@NullMarked
package dev.feedforward;

import org.jspecify.annotations.NullMarked;
