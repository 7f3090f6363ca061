package dev.feedforward.dataset.file;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The ways in which people and programs write numbers that are not read as such. */
public enum NumberForm {
    THOUSANDS(
            "[-+]?\\d{1,3}(,\\d{3})++(\\.\\d+)?|[-+]?\\d{1,3}(\\.\\d{3})++(,\\d+)?|[-+]?\\d{1,3}([ '\u00A0\u202F]\\d{3})++([.,]\\d+)?",
            "numbers with marks between thousands", "Write plain numbers, such as 1234.5"),
    DECIMAL_COMMA(
            "[-+]?\\d+,\\d+",
            "numbers with a comma before the fraction",
            "Write a point before the fraction, or part the values by semicolons, where such commas are read"),
    CURRENCY(
            "[-+(]?\\s*[$\u20AC\u00A3\u00A5\u20B9]\\s*[-+]?[\\d.,' ]*\\d\\)?|[-+]?\\d[\\d.,' ]*\\s*([$\u20AC\u00A3\u00A5\u20B9]|USD|EUR|GBP|CHF|JPY)",
            "amounts of money with their currency",
            "Write plain numbers without the currency, such as 1234.5"),
    PERCENT(
            "[-+]?\\d[\\d.,]*\\s*%",
            "numbers with a percent sign", "Write plain numbers without the sign, such as 12.5"),
    UNIT(
            "[-+]?\\d+([.,]\\d+)?\\s*(mm|cm|m|km|mg|g|kg|t|ml|l|s|ms|min|h|in|ft|lb|lbs|oz|mi|mph|km/h|\u00B0C|\u00B0F|\u00B0)",
            "numbers with their unit",
            "Write plain numbers without the unit"),
    DATE(
            "\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}([ T]\\d{1,2}:\\d{2}(:\\d{2}([.,]\\d+)?)?\\s*(Z|[-+]\\d{2}:?\\d{2})?)?"
                    + "|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4}( \\d{1,2}:\\d{2}(:\\d{2})?( ?[AaPp][Mm])?)?"
                    + "|\\d{1,2}:\\d{2}(:\\d{2}([.,]\\d+)?)?( ?[AaPp][Mm])?",
            "dates or times", "");

    /** Characters. Longer texts are no numbers, and the patterns would go back and forth over their blanks. */
    private static final int LONGEST = 64;

    private final Pattern pattern;

    /** Plural, for people. */
    private final String told;

    /** Way to write them so that they are read. */
    private final String remedy;

    NumberForm(String pattern, String told, String remedy) {
        this.pattern = Pattern.compile(pattern);
        this.told = told;
        this.remedy = remedy;
    }

    public String told() {
        return told;
    }

    public String remedy() {
        return remedy;
    }

    /** The way in which a text is written, if it is a number in one of these. */
    public static Optional<NumberForm> of(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        return Arrays.stream(values())
                .filter(form -> form.pattern.matcher(text).matches())
                .findFirst();
    }
}
