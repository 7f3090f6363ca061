package dev.feedforward.plot;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** The ways to write a {@link Plot}. */
public enum PlotFormat {
    /** A table in full precision, lines ended by LF. */
    CSV("csv", "text/csv;charset=utf-8", plot -> utf8(plot.csv())),
    /**
     * A picture of 1280 × 720 that scales; needs fontconfig and one TrueType font on the server, and none to look at.
     */
    SVG("svg", "image/svg+xml", Picture::svg),
    /** The same picture in 1920 × 1080 pixels; needs the same. */
    PNG("png", "image/png", Picture::png),
    /** A line of blocks per curve, for a terminal; of curves alone. */
    TXT("txt", "text/plain;charset=utf-8", plot -> utf8(plot.sparkline()));

    private final String extension;
    private final String contentType;

    @SuppressWarnings("ImmutableEnumChecker") // Each is a method without state.
    private final Function<Plot, byte[]> writer;

    PlotFormat(String extension, String contentType, Function<Plot, byte[]> writer) {
        this.extension = extension;
        this.contentType = contentType;
        this.writer = writer;
    }

    /** The file name's ending, without a dot. */
    public String extension() {
        return extension;
    }

    /** The media type, with the charset where it is text. */
    public String contentType() {
        return contentType;
    }

    /**
     * Writes a plot; any finite numbers will do, and none as well.
     *
     * @throws IllegalArgumentException if it cannot be written so
     */
    public byte[] write(Plot plot) {
        return writer.apply(plot);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
