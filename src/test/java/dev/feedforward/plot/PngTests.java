package dev.feedforward.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.plot.curve.Curve;
import dev.feedforward.plot.curve.Curves;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PngTests {

    private static final Rectangle LOWER_RIGHT_OF_PLOT = new Rectangle(1050, 675, 750, 248);
    private static final Rectangle UPPER_LEFT_OF_PLOT = new Rectangle(113, 188, 225, 150);
    private static final Rectangle UPPER_MIDDLE_OF_PLOT = new Rectangle(600, 188, 525, 225);
    private static final Rectangle LEFT_MARGIN = new Rectangle(0, 188, 90, 675);

    @Test
    void drawsBothCurvesWhereTheyBelong() throws IOException {
        double[] falling = Samples.falling(100);
        double[] flat = falling.clone();
        Arrays.fill(flat, 0.01);

        BufferedImage image =
                image(Samples.of(100, new Curve("cost", "cost", falling, true), new Curve("test", "test", flat, true)));

        assertThat(image.getWidth()).isEqualTo(1920);
        assertThat(image.getHeight()).isEqualTo(1080);
        assertThat(pixels(image, UPPER_LEFT_OF_PLOT, Samples.BLUE)).isPositive();
        assertThat(pixels(image, UPPER_LEFT_OF_PLOT, Samples.VERMILION)).isZero();
        assertThat(pixels(image, LOWER_RIGHT_OF_PLOT, Samples.BLUE)).isPositive();
        assertThat(pixels(image, LOWER_RIGHT_OF_PLOT, Samples.VERMILION)).isGreaterThan(1000);
        assertThat(pixels(image, UPPER_MIDDLE_OF_PLOT, Samples.BLUE)).isZero();
    }

    @Test
    void writesTickLabelsOnWhite() throws IOException {
        BufferedImage image = image(Samples.costs(Samples.falling(100)));

        assertThat(pixels(image, LEFT_MARGIN, "#555555")).isBetween(100L, 5_000L);
        assertThat(new Color(image.getRGB(0, 0))).isEqualTo(Color.WHITE);
    }

    @Test
    void drawsADotWhenThereIsOnePoint() throws IOException {
        assertThat(pixels(image(Samples.costs(0.43)), new Rectangle(0, 113, 750, 712), Samples.BLUE))
                .isPositive();
    }

    static Stream<Curves> extremes() {
        return Stream.of(
                Samples.costs(),
                Samples.costs(Double.NaN),
                Samples.costs(0, 0, 0),
                Samples.costs(1e300, Double.MAX_VALUE, 1),
                Samples.costs(-Double.MAX_VALUE, Double.MAX_VALUE),
                Samples.costs(Double.MIN_VALUE, 1e-310),
                Samples.costs(1, Double.NaN, Double.NEGATIVE_INFINITY, 2));
    }

    @ParameterizedTest
    @MethodSource("extremes")
    void drawsSomethingWhenNumbersAreExtreme(Curves curves) throws IOException {
        BufferedImage image = image(curves);

        assertThat(pixels(image, new Rectangle(0, 0, 1920, 1080), "#555555")).isPositive();
    }

    private static BufferedImage image(Curves curves) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(PlotFormat.PNG.write(curves)));
    }

    private static long pixels(BufferedImage image, Rectangle area, String colour) {
        int rgb = Color.decode(colour).getRGB();
        int[] found = image.getRGB(area.x, area.y, area.width, area.height, null, 0, area.width);
        return Arrays.stream(found).filter(pixel -> pixel == rgb).count();
    }
}
