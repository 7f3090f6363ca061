package dev.feedforward.dataset.builtin.digits;

import java.util.List;

/** A square picture that a box of the paper is stretched to, both ways by itself, as scans of single digits are. */
final class Frame {

    /** Pixels of a row, and of a column. */
    static final int SIZE = 16;

    /** Samples of a pixel's width, and of its height; a power of two, so that shares of their number are short. */
    private static final int FINENESS = 4;

    private static final int FINE = SIZE * FINENESS;

    private final boolean[] ink = new boolean[FINE * FINE];
    private final Box box;
    private final double across;
    private final double down;
    private final double radius;

    /** @param radius half the width of the lines that will be drawn */
    Frame(Box box, double radius) {
        this.box = box;
        this.radius = radius;
        across = box.width() / FINE;
        down = box.height() / FINE;
    }

    /** Draws a line of straight pieces with round ends. */
    void draw(List<Point> line) {
        for (int i = 1; i < line.size(); i++) {
            draw(line.get(i - 1), line.get(i));
        }
    }

    private void draw(Point from, Point to) {
        int firstRow = sample((Math.min(from.y(), to.y()) - radius - box.top()) / down);
        int lastRow = sample((Math.max(from.y(), to.y()) + radius - box.top()) / down);
        int firstColumn = sample((Math.min(from.x(), to.x()) - radius - box.left()) / across);
        int lastColumn = sample((Math.max(from.x(), to.x()) + radius - box.left()) / across);
        for (int row = firstRow; row <= lastRow; row++) {
            double y = box.top() + (row + 0.5) * down;
            for (int column = firstColumn; column <= lastColumn; column++) {
                double x = box.left() + (column + 0.5) * across;
                ink[row * FINE + column] |= squaredDistance(x, y, from, to) <= radius * radius;
            }
        }
    }

    /** The row or column of samples that a place is in, or the nearest one. */
    private static int sample(double place) {
        return Math.max(0, Math.min(FINE - 1, (int) place));
    }

    /** The squared distance of (x, y) from the nearest point of a straight piece. */
    private static double squaredDistance(double x, double y, Point from, Point to) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double length = dx * dx + dy * dy;
        double along = length == 0.0 ? 0.0 : ((x - from.x()) * dx + (y - from.y()) * dy) / length;
        double share = Math.max(0.0, Math.min(1.0, along));
        double restX = x - from.x() - share * dx;
        double restY = y - from.y() - share * dy;
        return restX * restX + restY * restY;
    }

    /** The picture, row by row: how much of each pixel is ink, from 0 to 1. */
    double[] pixels() {
        int[] count = new int[SIZE * SIZE];
        for (int i = 0; i < ink.length; i++) {
            if (ink[i]) {
                count[i / FINE / FINENESS * SIZE + i % FINE / FINENESS]++;
            }
        }
        double[] pixels = new double[count.length];
        for (int i = 0; i < count.length; i++) {
            pixels[i] = count[i] / (double) (FINENESS * FINENESS);
        }
        return pixels;
    }
}
