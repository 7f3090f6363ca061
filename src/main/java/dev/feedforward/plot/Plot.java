package dev.feedforward.plot;

import java.awt.Graphics2D;

/** Something that can be given as a table or as a picture of 1280 × 720. */
public interface Plot {

    /** What kind of plot it is, in a word. */
    String name();

    /** What the picture shows, in a few words. */
    String title();

    /** What the picture shows, for those who cannot see it. */
    String description();

    /** The same numbers as a table with a header, in full precision. */
    String csv();

    /**
     * The same as lines of blocks for a terminal.
     *
     * @throws IllegalArgumentException if it cannot be written so
     */
    default String sparkline() {
        throw new IllegalArgumentException(name() + " cannot be written as a line of text");
    }

    /** Paints the picture. */
    void paint(Graphics2D graphics);
}
