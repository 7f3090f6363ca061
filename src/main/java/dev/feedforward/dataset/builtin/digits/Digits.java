package dev.feedforward.dataset.builtin.digits;

import dev.feedforward.nn.random.SplitMix64;
import java.util.List;

/** Draws digits as people write them. */
public final class Digits {

    /** Pixels of a picture's row, and of its column. */
    public static final int SIZE = Frame.SIZE;

    private Digits() {}

    /**
     * A new picture of {@code digit}, from 0 to 9. It is cropped to the ink and stretched to the frame.
     *
     * @return {@link #SIZE} squared pixels, row by row: how much of each is ink, from 0 to 1
     */
    public static double[] draw(int digit, SplitMix64 random) {
        Hand hand = new Hand(random);
        List<List<Point>> lines = Skeletons.any(digit, random).map(hand::move).strokes().stream()
                .map(Stroke::line)
                .toList();
        Frame frame = new Frame(Box.around(lines, hand.pen()), hand.pen());
        lines.forEach(frame::draw);
        return frame.pixels();
    }
}
