package dev.feedforward.plot;

import dev.feedforward.memory.RequestMemory;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * RFC 4180 but for the line end: LF, because awk, cut and {@code read} would take the CR for a part of the last column,
 * and everything that reads CSV takes LF as well.
 */
final class Csv {

    /** Every whole number below 2^53 is exact in a double. */
    private static final double EXACT = 0x1p53;

    /** Bytes that a number may take as text: while the text grows, as a whole, and as it is sent. */
    private static final long CELL = 80;

    private Csv() {}

    static String of(Curves curves) {
        RequestMemory.take(CELL * curves.x().length * (1 + curves.curves().size()));
        StringBuilder csv = new StringBuilder();
        csv.append(Stream.concat(
                        Stream.of(curves.xName()), curves.curves().stream().map(Curve::name))
                .map(Csv::quoted)
                .collect(Collectors.joining(",", "", "\n")));
        for (int i = 0; i < curves.x().length; i++) {
            csv.append(number(curves.x()[i]));
            for (Curve curve : curves.curves()) {
                csv.append(',').append(number(curve.y()[i]));
            }
            csv.append('\n');
        }
        return csv.toString();
    }

    /** The shortest digits that read back as the same number; nothing where there is none. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < EXACT;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }

    private static String quoted(String name) {
        boolean plain = name.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A text that somebody else chose: with an apostrophe before what a spreadsheet would run as a formula. */
    static String text(String label) {
        boolean formula = !label.isEmpty() && "=+-@\t".indexOf(label.charAt(0)) >= 0;
        return quoted(formula ? "'" + label : label);
    }

    /** A row of cells, each as it is to be read. */
    static String row(Stream<String> cells) {
        return cells.collect(Collectors.joining(",", "", "\n"));
    }
}
