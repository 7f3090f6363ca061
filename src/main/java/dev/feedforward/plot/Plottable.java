package dev.feedforward.plot;

/** An answer that can also be given as a table or a picture. */
@FunctionalInterface
public interface Plottable {

    /** The same numbers, to be drawn. */
    Plot plot();
}
