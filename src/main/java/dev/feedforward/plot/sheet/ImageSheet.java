package dev.feedforward.plot.sheet;

import dev.feedforward.plot.Csv;
import dev.feedforward.plot.Plot;
import dev.feedforward.plot.drawing.Page;
import java.awt.Graphics2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Small pictures with captions.
 *
 * @param name what a file of it is called, without its ending
 * @param width pixels of a picture's line
 * @param height lines of a picture
 * @param signed whether pixels are below and above 0, all pictures on one scale; otherwise each goes from its least,
 *     white, to its greatest, ink
 */
public record ImageSheet(String name, String title, int width, int height, boolean signed, List<Image> images)
        implements Plot {

    /**
     * A picture.
     *
     * @param pixels line by line; kept, not copied
     */
    public record Image(String caption, double[] pixels) {}

    /** @throws IllegalArgumentException where a picture has not as many pixels as it should */
    public ImageSheet {
        images = List.copyOf(images);
        for (Image image : images) {
            if (image.pixels().length != width * height) {
                throw new IllegalArgumentException(
                        "A picture of %d × %d has %d pixels".formatted(width, height, image.pixels().length));
            }
        }
    }

    @Override
    public String description() {
        String captions = String.join(
                "; ",
                images.stream()
                        .limit(ImageSheetPainting.MOST)
                        .map(Image::caption)
                        .toList());
        return images.isEmpty() ? "no pictures" : captions;
    }

    @Override
    public String csv() {
        Stream<String> pixels =
                IntStream.range(0, width * height).mapToObj(i -> "pixel %d %d".formatted(i / width, i % width));
        StringBuilder csv = new StringBuilder(Csv.row(Stream.concat(Stream.of("caption"), pixels)));
        for (Image image : images) {
            csv.append(Csv.row(Stream.concat(
                    Stream.of(Csv.text(image.caption())),
                    Arrays.stream(image.pixels()).mapToObj(Csv::number))));
        }
        return csv.toString();
    }

    @Override
    public void paint(Graphics2D graphics) {
        new ImageSheetPainting(this, new Page(graphics, title)).paint();
    }
}
