package dev.feedforward.model.export;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as Python reads them, in ASCII. */
final class PythonText {

    private PythonText() {}

    /** A text between double quotes, which nothing in it can end: all but plain ASCII is escaped. */
    static String of(String text) {
        StringBuilder literal = new StringBuilder("\"");
        text.codePoints().forEach(c -> literal.append(escaped(c)));
        return literal.append('"').toString();
    }

    private static String escaped(int c) {
        if (c == '"' || c == '\\') {
            return "\\" + (char) c;
        }
        if (c >= ' ' && c <= '~') {
            return String.valueOf((char) c);
        }
        return c <= 0xffff ? "\\u%04x".formatted(c) : "\\U%08x".formatted(c);
    }

    /** A number that is read back to the bit; NaN stands for a value that is missing. */
    static String of(double number) {
        if (Double.isNaN(number)) {
            return "None";
        }
        return Double.isInfinite(number)
                ? "float(\"%sinf\")".formatted(number < 0 ? "-" : "")
                : Double.toString(number).replace('E', 'e');
    }

    /** A text, a number, or None for null. */
    static String of(@Nullable Object value) {
        if (value == null) {
            return "None";
        }
        return value instanceof Double number ? of(number.doubleValue()) : of((String) value);
    }

    /** A list of texts and numbers on one line. */
    static String list(Collection<? extends @Nullable Object> values) {
        return values.stream().map(PythonText::of).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A list of numbers on one line. */
    static String list(double[] numbers) {
        return Arrays.stream(numbers).mapToObj(PythonText::of).collect(Collectors.joining(", ", "[", "]"));
    }
}
