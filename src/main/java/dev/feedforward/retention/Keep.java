package dev.feedforward.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/**
 * How much of one kind is kept.
 *
 * @param age what is older is deleted; null for any age
 * @param number the newest so many are kept; null for all
 */
record Keep(@Nullable Duration age, @Nullable Integer number) {

    /** Whoever has just made something has so long to use it, whatever the settings say. */
    static final Duration GRACE = Duration.ofMinutes(10);

    /** Nothing is deleted. */
    static final Keep ALL = new Keep(null, null);

    /**
     * Reads {@code 30d}, {@code 1000}, both as {@code 30d,1000}, or {@code all}.
     *
     * @throws IllegalArgumentException if it is something else, with what to write
     */
    static Keep parse(String text) {
        Keep keep = ALL;
        if (text.strip().equalsIgnoreCase("all")) {
            return keep;
        }
        for (String part : text.split(",", -1)) {
            String one = part.strip().toLowerCase(Locale.ROOT);
            boolean number = one.matches("\\d+");
            if (number ? keep.number != null : keep.age != null) {
                throw unreadable(text);
            }
            keep = number ? new Keep(keep.age, number(one, text)) : new Keep(age(one, text), keep.number);
        }
        return keep;
    }

    private static int number(String part, String text) {
        try {
            int number = Integer.parseInt(part);
            if (number >= 1) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told as all else that cannot be read.
        }
        throw unreadable(text);
    }

    private static Duration age(String part, String text) {
        try {
            Duration age = DurationStyle.SIMPLE.parse(part);
            if (part.matches("\\d+(m|h|d)") && age.compareTo(GRACE) >= 0 && age.toDays() <= 36_500) {
                return age;
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            // Told as all else that cannot be read.
        }
        throw unreadable(text);
    }

    private static IllegalArgumentException unreadable(String text) {
        return new IllegalArgumentException(
                ("\"%s\" says neither how old something may get nor how many are kept. Write an age of"
                                + " 10m to 36500d, as 30d, 12h or 90m; or a number of at least 1, as 1000; or both, as 30d,1000;"
                                + " or all")
                        .formatted(text));
    }

    boolean isAll() {
        return age == null && number == null;
    }

    /** What is from before this is too old, in milliseconds since 1970-01-01 UTC. */
    long oldest(Instant now) {
        return age == null ? Long.MIN_VALUE : now.minus(age).toEpochMilli();
    }

    /** How many are kept. */
    int most() {
        return number == null ? Integer.MAX_VALUE : number;
    }
}
