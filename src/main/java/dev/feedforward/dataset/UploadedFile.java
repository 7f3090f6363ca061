package dev.feedforward.dataset;

import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file as it comes in.
 *
 * @param content its bytes, which may be compressed by gzip; read once, not closed
 * @param json whether it was said to be JSON; otherwise it is CSV, unless it begins as a JSON list does
 * @param gzip whether it was said to be compressed by gzip; otherwise its first bytes tell
 */
public record UploadedFile(InputStream content, boolean json, boolean gzip) {

    /**
     * A file that came with a header {@code Content-Encoding}.
     *
     * @param encoding null where it came without
     * @throws ServiceException if it is neither gzip nor none
     */
    public static UploadedFile of(InputStream content, boolean json, @Nullable String encoding) {
        boolean gzip = switch (encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> false;
            case "gzip", "x-gzip" -> true;
            default ->
                throw new ServiceException(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        "The body came with Content-Encoding: " + encoding + "; gzip is read here.",
                        "Compress it by gzip, or send it as it is.");
        };
        return new UploadedFile(content, json, gzip);
    }

    /** The same file, read through another stream. */
    public UploadedFile through(InputStream other) {
        return new UploadedFile(other, json, gzip);
    }

    /** A file whose first bytes tell how it is compressed. */
    public UploadedFile(InputStream content, boolean json) {
        this(content, json, false);
    }
}
