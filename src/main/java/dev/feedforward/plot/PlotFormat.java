package dev.feedforward.plot;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** The ways to write {@link Curves}. */
public enum PlotFormat {
    /** A table in full precision, one row per point, lines ended by LF. */
    CSV("csv", "text/csv;charset=utf-8", curves -> utf8(Csv.of(curves))),
    /**
     * A picture of 1280 × 720 that scales; needs fontconfig and one TrueType font on the server, and none to look at.
     */
    SVG("svg", "image/svg+xml", Picture::svg),
    /** The same picture in 2560 × 1440 pixels; needs the same. */
    PNG("png", "image/png", Picture::png),
    /** A line of blocks per curve, for a terminal. */
    TXT("txt", "text/plain;charset=utf-8", curves -> utf8(Sparkline.of(curves)));

    private final String extension;
    private final String contentType;

    @SuppressWarnings("ImmutableEnumChecker") // Each is a method without state.
    private final Function<Curves, byte[]> writer;

    PlotFormat(String extension, String contentType, Function<Curves, byte[]> writer) {
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

    /** Writes the curves; any finite numbers will do, and none as well. */
    public byte[] write(Curves curves) {
        return writer.apply(curves);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
