package dev.feedforward.dataset.builtin.digits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrameTests {

    @Test
    void isFilledByADrawingOfAnyWidth() {
        for (int width : new int[] {40, 60, 100, 200}) {
            double[] pixels = picture(List.of(new Point(0, 0), new Point(width, 0), new Point(width, 100)), 5);

            assertThat(row(pixels, 0)).hasSizeGreaterThan(14);
            assertThat(column(pixels, 15)).hasSizeGreaterThan(14);
        }
    }

    @Test
    void isGreyWhereAPixelIsInkInPart() {
        double[] pixels = picture(List.of(new Point(0, 0), new Point(100, 60)), 5);

        assertThat(DoubleStream.of(pixels).boxed())
                .contains(0.0, 1.0)
                .anyMatch(pixel -> pixel > 0.0 && pixel < 1.0)
                .allMatch(pixel -> pixel * 16 == Math.rint(pixel * 16) && pixel <= 1.0);
    }

    @Test
    void keepsAStemNarrowInTheMiddle() {
        double[] pixels = picture(List.of(new Point(3, 0), new Point(3, 100)), 5);

        assertThat(row(pixels, 8)).containsExactly(5, 6, 7, 8, 9, 10);
    }

    @Test
    void keepsABarLowInTheMiddle() {
        double[] pixels = picture(List.of(new Point(0, 3), new Point(100, 3)), 5);

        assertThat(column(pixels, 8)).containsExactly(5, 6, 7, 8, 9, 10);
    }

    private static double[] picture(List<Point> line, double radius) {
        Frame frame = new Frame(Box.around(List.of(line), radius), radius);
        frame.draw(line);
        return frame.pixels();
    }

    /** The columns where a row has ink. */
    private static List<Integer> row(double[] pixels, int row) {
        return IntStream.range(0, Frame.SIZE)
                .filter(i -> pixels[row * Frame.SIZE + i] > 0.0)
                .boxed()
                .toList();
    }

    /** The rows where a column has ink. */
    private static List<Integer> column(double[] pixels, int column) {
        return IntStream.range(0, Frame.SIZE)
                .filter(i -> pixels[i * Frame.SIZE + column] > 0.0)
                .boxed()
                .toList();
    }
}
