package dev.feedforward.json;

/**
 * Halves of characters, such as \\ud83d without the other half: JSON can write them, but UTF-8 cannot, so that none is
 * stored or answered as it came, and different ones become the same.
 */
public final class HalfCharacters {

    private HalfCharacters() {}

    public static boolean areIn(String text) {
        return areIn(text.toCharArray(), 0, text.length());
    }

    /** Whether one is among the {@code length} characters from {@code start} on. */
    public static boolean areIn(char[] text, int start, int length) {
        int end = start + length;
        for (int i = start; i < end; i++) {
            if (Character.isSurrogate(text[i])) {
                if (i + 1 == end || !Character.isSurrogatePair(text[i], text[i + 1])) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }
}
