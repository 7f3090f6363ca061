package dev.feedforward.nn.kernel;

import java.util.Arrays;

/**
 * An operand packed for {@link VectorKernels}: panels of {@code width} lines (rows of the left operand, columns of the
 * right one), in which the elements of one shared index lie side by side. Lines that the last panel lacks are 0.
 */
final class Panels {

    private final int width;

    /** Panels × shared × width. Grows to the largest operand seen, never shrinks. */
    double[] values = {};

    Panels(int width) {
        this.width = width;
    }

    /**
     * Packs {@code lines} lines of {@code shared} elements: element {@code [i, k]} is {@code from[offset + i ·
     * lineStride + k · stride]}.
     */
    void pack(double[] from, int offset, int lineStride, int stride, int lines, int shared) {
        int panels = (lines + width - 1) / width;
        if (values.length < panels * width * shared) {
            values = new double[panels * width * shared];
        }
        for (int panel = 0; panel < panels; panel++) {
            int first = panel * width;
            int to = first * shared;
            int full = Math.min(width, lines - first);
            if (full < width) {
                Arrays.fill(values, to, to + width * shared, 0.0);
            }
            if (lineStride == 1) {
                packSideBySide(from, offset + first, stride, full, shared, to);
            } else {
                packApart(from, offset + first * lineStride, lineStride, full, shared, to);
            }
        }
    }

    private void packSideBySide(double[] from, int offset, int stride, int lines, int shared, int to) {
        for (int k = 0; k < shared; k++) {
            for (int i = 0; i < lines; i++) {
                values[to + k * width + i] = from[offset + k * stride + i];
            }
        }
    }

    private void packApart(double[] from, int offset, int lineStride, int lines, int shared, int to) {
        for (int i = 0; i < lines; i++) {
            for (int k = 0; k < shared; k++) {
                values[to + k * width + i] = from[offset + i * lineStride + k];
            }
        }
    }
}
