package dev.feedforward.nn;

/** What becomes of an activation when its weighted sum grows. */
public enum Slope {
    /** It grows as well. */
    RISING,
    /** It grows, but for negative sums, of which nothing comes. */
    FLAT_BELOW_0,
    /** It grows in some places and shrinks in others. */
    TURNING
}
