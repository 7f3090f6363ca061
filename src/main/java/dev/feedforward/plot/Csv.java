package dev.feedforward.plot;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * RFC 4180 but for the line end: LF, because awk, cut and {@code read} would take the CR for a part of the last column,
 * and everything that reads CSV takes LF as well.
 */
public final class Csv {

    /** Every whole number below 2^53 is exact in a double. */
    private static final double EXACT = 0x1p53;

    private Csv() {}

    /** The shortest digits that read back as the same number; nothing where there is none. */
    public static String number(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < EXACT;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }

    /** A text that may stand as it is, in quotes where it must. */
    public static String quoted(String name) {
        boolean plain = name.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A text that somebody else chose: with an apostrophe before what a spreadsheet would run as a formula. */
    public static String text(String label) {
        boolean formula = !label.isEmpty() && "=+-@\t".indexOf(label.charAt(0)) >= 0;
        return quoted(formula ? "'" + label : label);
    }

    /** A row of cells, each as it is to be read. */
    public static String row(Stream<String> cells) {
        return cells.collect(Collectors.joining(",", "", "\n"));
    }
}
