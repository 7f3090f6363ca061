package dev.feedforward.dataset.builtin.digits;

import java.util.List;

/** The part of the paper that a picture shows. */
record Box(double left, double top, double width, double height) {

    /** How many times more a narrow drawing is stretched one way than the other, at most: a bare 1 stays a stem. */
    private static final double MOST_STRETCH = 3.0;

    /**
     * The box that lines fill.
     *
     * @param radius half the width of the lines
     */
    static Box around(List<List<Point>> lines, double radius) {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (List<Point> line : lines) {
            for (Point point : line) {
                left = Math.min(left, point.x());
                right = Math.max(right, point.x());
                top = Math.min(top, point.y());
                bottom = Math.max(bottom, point.y());
            }
        }
        return new Box(left - radius, top - radius, right - left + 2.0 * radius, bottom - top + 2.0 * radius).widened();
    }

    private Box widened() {
        double wide = Math.max(width, height / MOST_STRETCH);
        double high = Math.max(height, width / MOST_STRETCH);
        return new Box(left - (wide - width) / 2.0, top - (high - height) / 2.0, wide, high);
    }
}
