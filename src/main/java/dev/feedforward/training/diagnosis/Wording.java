package dev.feedforward.training.diagnosis;

import dev.feedforward.plot.Numbers;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How warnings say numbers and lists. */
public final class Wording {

    private static final int LISTED = 5;

    private Wording() {}

    /** A number in three significant digits, as in 0.005, 10,000 and 1.5e-9. */
    public static String number(double value) {
        return Numbers.brief(value);
    }

    /** A choice as it is written in a request. */
    static String name(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    /** A preset as it is written in a body, and in the URL where the body is a CSV file. */
    static String preset(String name) {
        return "\"preset\": \"%s\" (with a CSV file: preset=%s in the URL)".formatted(name, name);
    }

    /** At most five of {@code items}, and how many more there are. */
    static String list(List<String> items) {
        String shown = items.stream().limit(LISTED).collect(Collectors.joining(", "));
        return items.size() <= LISTED ? shown : shown + " and %,d more".formatted(items.size() - LISTED);
    }
}
