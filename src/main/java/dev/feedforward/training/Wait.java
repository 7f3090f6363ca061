package dev.feedforward.training;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How long a caller would wait for a job to end.
 *
 * @param seconds 0 to {@value #MAX_SECONDS}
 * @param isWanted whether waiting was asked for at all
 * @param isPreference whether it was asked for by the header Prefer (RFC 7240)
 */
record Wait(int seconds, boolean isWanted, boolean isPreference) {

    static final int MAX_SECONDS = 600;

    private static final Pattern PREFERENCE =
            Pattern.compile("(?:^|[,;])\\s*wait\\s*=\\s*\"?(\\d{1,9})\"?\\s*(?:$|[,;])", Pattern.CASE_INSENSITIVE);

    /**
     * What the query or else the header asks for. A preference that cannot be read is ignored, and one that is too long
     * is shortened, as RFC 7240 allows.
     *
     * @param named whether the query names it at all: {@code ?wait} without a number is as long as one may wait
     */
    static Wait of(boolean named, @Nullable Integer query, @Nullable String prefer) {
        if (named) {
            return new Wait(query == null ? MAX_SECONDS : query, true, false);
        }
        Matcher preference = PREFERENCE.matcher(prefer == null ? "" : prefer);
        return preference.find()
                ? new Wait(Math.min(Integer.parseInt(preference.group(1)), MAX_SECONDS), true, true)
                : new Wait(0, false, false);
    }
}
