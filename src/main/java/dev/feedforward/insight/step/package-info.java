/** One iteration of a training worked through, with its formulas. */
@NullMarked
package dev.feedforward.insight.step;

import org.jspecify.annotations.NullMarked;
