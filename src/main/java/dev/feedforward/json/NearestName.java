package dev.feedforward.json;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody who misspelt one probably meant. */
public final class NearestName {

    /** No field or value of the service is longer; beyond it nothing is meant, and comparing would cost time. */
    private static final int LONGEST = 64;

    private NearestName() {}

    /**
     * The name in {@code known} with the least edit distance, letter case aside, if that is at most one more than a
     * third of the letters.
     */
    public static Optional<String> of(String name, Collection<String> known) {
        if (name.length() > LONGEST) {
            return Optional.empty();
        }
        String folded = name.toLowerCase(Locale.ROOT);
        int tolerated = 1 + name.length() / 3;
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance(folded, candidate.toLowerCase(Locale.ROOT))))
                .filter(nearest -> distance(folded, nearest.toLowerCase(Locale.ROOT)) <= tolerated);
    }

    /** Levenshtein's distance: the fewest insertions, deletions and replacements that turn one into the other. */
    static int distance(String from, String to) {
        int[] above = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[to.length()];
    }
}
