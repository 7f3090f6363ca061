/** Curves over a common axis, written as CSV, SVG, PNG or a sparkline; depends on the JDK alone. */
@NullMarked
package dev.feedforward.plot;

import org.jspecify.annotations.NullMarked;
