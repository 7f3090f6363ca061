/** Cost and loss as functions of one or two weights, and the gradient checked against them. */
@NullMarked
package dev.feedforward.insight.landscape;

import org.jspecify.annotations.NullMarked;
