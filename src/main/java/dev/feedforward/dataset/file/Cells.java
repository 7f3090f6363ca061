package dev.feedforward.dataset.file;

import java.util.List;

/** What the texts of a file's cells say. */
public final class Cells {

    /** What stands for a missing value, besides nothing at all, where it is not quoted. */
    static final List<String> MISSING = List.of("NA", "N/A", "NaN", "null", "?");

    private static final int SHOWN = 40;

    private Cells() {}

    /** Whether a cell, without the blanks around it, says that there is no value. */
    public static boolean isMissing(char[] text, int offset, int length, boolean quoted) {
        if (length == 0) {
            return true;
        }
        if (quoted || length > 4) {
            return false;
        }
        char first = text[offset];
        return (first == '?' || first == 'N' || first == 'n') && MISSING.contains(new String(text, offset, length));
    }

    /** Where the text begins behind blanks. */
    public static int start(char[] text, int offset, int end) {
        int at = offset;
        while (at < end && isBlank(text[at])) {
            at++;
        }
        return at;
    }

    /** Where the text ends before blanks. */
    public static int end(char[] text, int start, int end) {
        int at = end;
        while (at > start && isBlank(text[at - 1])) {
            at--;
        }
        return at;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\u00A0';
    }

    /** A value in quotes, cut short where it is long. */
    public static String show(char[] text, int offset, int length) {
        return show(new String(text, offset, Math.min(length, SHOWN + 1)));
    }

    /** A value in quotes, cut short where it is long. */
    public static String show(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", "\u00B7");
        return '"' + (plain.length() > SHOWN ? plain.substring(0, SHOWN) + "…" : plain) + '"';
    }
}
