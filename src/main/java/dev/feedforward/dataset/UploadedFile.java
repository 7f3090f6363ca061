package dev.feedforward.dataset;

import java.io.InputStream;

/**
 * A file as it comes in.
 *
 * @param content its bytes, which may be compressed by gzip; read once, not closed
 * @param json whether it was said to be JSON; otherwise it is CSV, unless it begins as a JSON list does
 * @param gzip whether it was said to be compressed by gzip; otherwise its first bytes tell
 */
public record UploadedFile(InputStream content, boolean json, boolean gzip) {

    /** A file whose first bytes tell how it is compressed. */
    public UploadedFile(InputStream content, boolean json) {
        this(content, json, false);
    }
}
