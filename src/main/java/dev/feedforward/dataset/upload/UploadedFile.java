package dev.feedforward.dataset.upload;

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
 * @param length its bytes as they come, compressed or not; -1 if not known
 */
public record UploadedFile(InputStream content, boolean json, boolean gzip, long length) {

    /**
     * A file that came with a header {@code Content-Encoding}.
     *
     * @param encoding null where it came without
     * @param length as {@code Content-Length} says, or -1
     * @throws ServiceException if it is neither gzip nor none
     */
    public static UploadedFile of(InputStream content, boolean json, @Nullable String encoding, long length) {
        boolean gzip = switch (encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> false;
            case "gzip", "x-gzip" -> true;
            default ->
                throw new ServiceException(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        "The body came with Content-Encoding: " + encoding + "; gzip is read here.",
                        "Compress it by gzip, or send it as it is.");
        };
        return new UploadedFile(content, json, gzip, length);
    }

    /** The same file, read through another stream. */
    public UploadedFile through(InputStream other) {
        return new UploadedFile(other, json, gzip, length);
    }

    /** A file of unknown length whose first bytes tell how it is compressed. */
    public UploadedFile(InputStream content, boolean json) {
        this(content, json, false, -1);
    }
}
