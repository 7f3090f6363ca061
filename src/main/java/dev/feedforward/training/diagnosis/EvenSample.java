package dev.feedforward.training.diagnosis;

import java.util.stream.IntStream;

/**
 * Rows that are spread evenly over very many, for a look that would take too long, or too much memory, at all of them.
 */
final class EvenSample {

    private EvenSample() {}

    /** All of {@code looked} rows that are spread evenly over {@code rows}, ascending; the same ones every time. */
    static int[] of(int looked, int rows) {
        return of(0, looked, looked, rows);
    }

    /** Numbers {@code from} to {@code to}, exclusive, of these. */
    static int[] of(int from, int to, int looked, int rows) {
        return IntStream.range(from, to)
                .map(i -> (int) ((long) i * rows / looked))
                .toArray();
    }
}
