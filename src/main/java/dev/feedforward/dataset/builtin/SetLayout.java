package dev.feedforward.dataset.builtin;

import dev.feedforward.dataset.rows.ImageSize;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a built-in data set.
 *
 * @param inputs the names of the input columns, in order
 * @param answer the name of the column of answers
 * @param classes what the answers name, in alphabetical order; none where they are 0 or 1
 * @param image the picture that a row of inputs is, or null where it is none
 */
public record SetLayout(
        List<String> inputs,
        String answer,
        List<String> classes,
        @Nullable ImageSize image) {

    public SetLayout {
        inputs = List.copyOf(inputs);
        classes = List.copyOf(classes);
    }

    /** Columns {@code bit 1}, {@code bit 2} and so on, and an answer of 0 or 1. */
    static SetLayout bits(int bits) {
        List<String> names =
                IntStream.rangeClosed(1, bits).mapToObj(i -> "bit " + i).toList();
        return new SetLayout(names, "answer", List.of(), null);
    }

    /** Two numbers, x and y, and an answer of 0 or 1. */
    static SetLayout plane() {
        return new SetLayout(List.of("x", "y"), "answer", List.of(), null);
    }

    /** Columns {@code pixel 0,0}, {@code pixel 0,1} and so on, row and column, and a label of these classes. */
    static SetLayout image(ImageSize size, String answer, List<String> classes) {
        List<String> names = IntStream.range(0, size.width() * size.height())
                .mapToObj(i -> "pixel %d,%d".formatted(i / size.width(), i % size.width()))
                .toList();
        return new SetLayout(names, answer, classes, size);
    }
}
