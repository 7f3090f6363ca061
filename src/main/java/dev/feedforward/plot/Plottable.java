package dev.feedforward.plot;

/** An answer that can also be given as a table or a picture. */
public interface Plottable {

    /** The same numbers, to be drawn. */
    Plot plot();

    /** Name of a file of it, without its ending: whose it is and what, such as {@code iris-1-confusion}. */
    String fileName();
}
