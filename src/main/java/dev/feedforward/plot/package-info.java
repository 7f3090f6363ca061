/** Plots, and the formats that they are written in: CSV, SVG, PNG and blocks for a terminal. */
@NullMarked
package dev.feedforward.plot;

import org.jspecify.annotations.NullMarked;
