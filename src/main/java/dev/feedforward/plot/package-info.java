/** Curves over a common axis, written as CSV, SVG, PNG or a sparkline. XChart draws. */
@NullMarked
package dev.feedforward.plot;

import org.jspecify.annotations.NullMarked;
