package dev.feedforward.dataset.table;

/** Finds the narrowest {@link CellType} that holds all the values it was shown. */
final class CellRange {

    private double min;
    private double max;
    private boolean missing;
    private boolean whole = true;
    private boolean single = true;

    void show(double value) {
        if (Double.isNaN(value)) {
            missing = true;
            return;
        }
        min = Math.min(min, value);
        max = Math.max(max, value);
        whole &= value == (int) value;
        single &= value == (float) value;
    }

    CellType narrowest() {
        if (!whole || min == Integer.MIN_VALUE) {
            return single ? CellType.FLOAT : CellType.DOUBLE;
        } else if (min >= 0 && max <= 255 && !missing) {
            return CellType.BYTE;
        } else if (min >= 0 && max <= 254) {
            return CellType.BYTE_OR_MISSING;
        }
        return min > Short.MIN_VALUE && max <= Short.MAX_VALUE ? CellType.SHORT : CellType.INT;
    }
}
