package dev.feedforward.dataset.builtin.digits;

/** A point of the plane, x to the right and y down. */
record Point(double x, double y) {

    /** The point half way to {@code other}. */
    Point middle(Point other) {
        return new Point((x + other.x) / 2.0, (y + other.y) / 2.0);
    }

    /** The point as far beyond this one as {@code other} is before it. */
    Point mirror(Point other) {
        return new Point(2.0 * x - other.x, 2.0 * y - other.y);
    }
}
