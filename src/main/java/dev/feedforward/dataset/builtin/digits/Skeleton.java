package dev.feedforward.dataset.builtin.digits;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One way to write a digit, as the path of the pen's tip. It is about 60 wide and 100 high.
 *
 * @param share how common this way is, against the digit's others
 */
record Skeleton(int share, List<Stroke> strokes) {

    Skeleton {
        strokes = List.copyOf(strokes);
    }

    /** Reads strokes that are separated by semicolons, each as {@link Stroke#parse} takes it. */
    static Skeleton parse(int share, String text) {
        return new Skeleton(
                share, Arrays.stream(text.split(";")).map(Stroke::parse).toList());
    }

    /** The skeleton with every point put through {@code move}. */
    Skeleton map(UnaryOperator<Point> move) {
        return new Skeleton(
                share, strokes.stream().map(stroke -> stroke.map(move)).toList());
    }
}
