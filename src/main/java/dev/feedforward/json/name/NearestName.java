package dev.feedforward.json.name;

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
     * The name in {@code known} with the least distance, letter case, underscores and hyphens aside, if that is at most
     * one more than a third of the letters, and half of them.
     */
    public static Optional<String> of(String name, Collection<String> known) {
        if (name.length() > LONGEST) {
            return Optional.empty();
        }
        String folded = fold(name);
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance(folded, fold(candidate))))
                .filter(nearest -> isNear(folded, fold(nearest)));
    }

    /** {@code learning_rate} and {@code learningRate} are one name to whoever knows it from elsewhere. */
    public static String fold(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }

    private static boolean isNear(String name, String candidate) {
        int distance = distance(name, candidate);
        return distance <= 1 + name.length() / 3 && 2 * distance <= Math.max(name.length(), candidate.length());
    }

    /**
     * The optimal string alignment distance: the fewest insertions, deletions, replacements and swaps of neighbours
     * that turn one into the other, none of them at a place that another has changed.
     */
    static int distance(String from, String to) {
        int[][] rows = new int[from.length() + 1][to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            rows[0][j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            rows[i][0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = rows[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                rows[i][j] = Math.min(replaced, 1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
                if (isSwap(from, i, to, j)) {
                    rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
                }
            }
        }
        return rows[from.length()][to.length()];
    }

    private static boolean isSwap(String from, int i, String to, int j) {
        return i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
    }
}
