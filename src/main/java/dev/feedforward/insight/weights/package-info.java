/** The weights of a network, as numbers and as pictures. */
@NullMarked
package dev.feedforward.insight.weights;

import org.jspecify.annotations.NullMarked;
