package dev.feedforward.json;

/**
 * Halves of characters, such as U+D83D without the other half: JSON can write them, but UTF-8 cannot, so that none is
 * stored or answered as it came, and different ones become the same.
 */
public final class HalfCharacters {

    /** What is said of a text that has one. */
    public static final String FAULT = "has half of a character, such as \\ud83d: write all of it";

    private HalfCharacters() {}

    /** Whether {@code text} has one: a surrogate that is part of no pair. */
    public static boolean areIn(CharSequence text) {
        return text.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE);
    }
}
