package dev.feedforward.dataset.file;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds out what stands between the values of a CSV file. */
public final class Delimiters {

    private static final char[] KNOWN = {',', ';', '\t', '|'};

    /** Possessive, as Java's matcher otherwise goes one call deeper for each character. */
    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"]++|\"\")*+\"");

    private Delimiters() {}

    /**
     * The known delimiter of which most lines have the same number, and of those the one of which a line has the most;
     * a comma if there is none.
     *
     * @param head the beginning of the file, which may end within a line
     */
    public static char find(String head) {
        String whole = head.lastIndexOf('\n') > 0 ? head.substring(0, head.lastIndexOf('\n')) : head;
        String unquoted = QUOTED.matcher(whole).replaceAll("\"\"");
        char best = KNOWN[0];
        double bestScore = 0.0;
        for (char candidate : KNOWN) {
            double score = score(unquoted, candidate);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    /** The share of lines that have as many of them as most have; 0 if most have none. A little more for more. */
    private static double score(String text, char candidate) {
        var lines = text.lines()
                .filter(line -> !line.isBlank())
                .collect(Collectors.groupingBy(
                        line -> line.chars().filter(c -> c == candidate).count(), Collectors.counting()));
        long all = lines.values().stream().mapToLong(Long::longValue).sum();
        return lines.entrySet().stream()
                .filter(entry -> entry.getKey() > 0)
                .mapToDouble(entry -> (double) entry.getValue() / all + Math.min(entry.getKey(), 100) * 1e-6)
                .max()
                .orElse(0.0);
    }
}
