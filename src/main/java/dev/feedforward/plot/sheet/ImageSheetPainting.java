package dev.feedforward.plot.sheet;

import dev.feedforward.plot.drawing.ChartStyle;
import dev.feedforward.plot.drawing.Page;
import dev.feedforward.plot.drawing.Page.Align;
import dev.feedforward.plot.drawing.Ramp;
import dev.feedforward.plot.sheet.ImageSheet.Image;
import java.awt.Color;
import java.awt.Font;
import java.util.Arrays;
import java.util.List;

/** Paints an {@link ImageSheet}: as large as all pictures have room for. */
final class ImageSheetPainting {

    /** Pictures that are painted; the table has them all. */
    static final int MOST = 120;

    private static final double LEFT = 40;
    private static final double RIGHT = 1240;
    private static final double BOTTOM = 690;
    private static final double CAPTION = 30;
    private static final double GAP = 14;

    private final ImageSheet sheet;
    private final Page page;
    private final List<Image> images;
    private final int columns;
    private final double size;
    private final double greatest;

    ImageSheetPainting(ImageSheet sheet, Page page) {
        this.sheet = sheet;
        this.page = page;
        images = sheet.images().subList(0, Math.min(MOST, sheet.images().size()));
        columns = columns(Math.max(1, images.size()));
        size = Math.min(width(columns), height(rows(columns, images.size())));
        greatest = images.stream()
                .flatMapToDouble(image -> Arrays.stream(image.pixels()))
                .map(Math::abs)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }

    /** So many columns that the pictures come out largest. */
    private static int columns(int count) {
        int best = 1;
        for (int columns = 2; columns <= count; columns++) {
            double with = Math.min(width(columns), height(rows(columns, count)));
            best = with > Math.min(width(best), height(rows(best, count))) ? columns : best;
        }
        return best;
    }

    private static int rows(int columns, int count) {
        return Math.max(1, (count + columns - 1) / columns);
    }

    private static double width(int columns) {
        return (RIGHT - LEFT) / columns - GAP;
    }

    private static double height(int rows) {
        return (BOTTOM - Page.TOP) / rows - GAP - CAPTION;
    }

    void paint() {
        if (images.isEmpty()) {
            page.text(
                    "nothing to show",
                    Page.WIDTH / 2.0,
                    Page.HEIGHT / 2.0,
                    Align.CENTRE,
                    ChartStyle.font(Font.PLAIN, 30),
                    ChartStyle.PALE_INK);
        }
        double left = (Page.WIDTH - columns * (size + GAP) + GAP) / 2;
        Font font = ChartStyle.font(Font.PLAIN, (int) Math.max(11, Math.min(20, size / 7)));
        for (int i = 0; i < images.size(); i++) {
            double x = left + i % columns * (size + GAP);
            double y = Page.TOP + (double) (i / columns) * (size + GAP + CAPTION);
            paint(images.get(i), x, y);
            String caption = page.fit(images.get(i).caption(), font, size + GAP);
            page.text(caption, x + size / 2, y + size + 20, Align.CENTRE, font, ChartStyle.PALE_INK);
        }
    }

    /** Pixels of one colour that stand next to each other are one rectangle. */
    private void paint(Image image, double x, double y) {
        double[] pixels = image.pixels();
        double low = Arrays.stream(pixels).filter(Double::isFinite).min().orElse(0);
        double high = Arrays.stream(pixels).filter(Double::isFinite).max().orElse(1);
        double pixel = size / Math.max(sheet.width(), sheet.height());
        page.fill(x, y, pixel * sheet.width(), pixel * sheet.height(), Color.WHITE);
        for (int line = 0; line < sheet.height(); line++) {
            int from = 0;
            for (int column = 1; column <= sheet.width(); column++) {
                Color colour = colour(pixels[line * sheet.width() + from], low, high);
                boolean ends = column == sheet.width()
                        || !colour(pixels[line * sheet.width() + column], low, high)
                                .equals(colour);
                if (ends && !colour.equals(Color.WHITE)) {
                    page.fill(x + from * pixel, y + line * pixel, (column - from) * pixel, pixel, colour);
                }
                from = ends ? column : from;
            }
        }
        page.frame(x, y, pixel * sheet.width(), pixel * sheet.height());
    }

    private Color colour(double value, double low, double high) {
        if (sheet.signed()) {
            return Ramp.of(greatest == 0 ? 0.5 : 0.5 + value / greatest / 2);
        }
        double ink = high == low ? 0 : (value - low) / (high - low);
        return Ramp.mix(ChartStyle.INK, Double.isNaN(ink) ? 0 : Math.rint(ink * 32) / 32);
    }
}
