package dev.feedforward.dataset.file;

import dev.feedforward.dataset.table.Fingerprint;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** The bytes of an uploaded file, decompressed, counted, digested and bounded. */
public final class FileInput extends InputStream {

    private static final int BUFFER = 64 * 1024;

    /** Decompressed bytes up to which any ratio is let through. */
    private static final long UNSUSPICIOUS = 64L << 20;

    /** Text that people have measured shrinks to a tenth; a stream of one byte to a thousandth. */
    private static final long LARGEST_RATIO = 200;

    private final Counted received;
    private final InputStream plain;
    private final boolean compressed;
    private final long limit;
    private final Runnable onRead;
    private final MessageDigest digest = Fingerprint.newDigest();
    private long count;

    /**
     * @param limit how many bytes there may be, decompressed
     * @param onRead run each time bytes have come in
     * @throws java.util.zip.ZipException if it begins as gzip does and is damaged, as reading does
     */
    public FileInput(InputStream content, long limit, Runnable onRead) throws IOException {
        this.limit = limit;
        this.onRead = onRead;
        received = new Counted(content);
        BufferedInputStream buffered = new BufferedInputStream(received, BUFFER);
        buffered.mark(2);
        compressed = buffered.read() == 0x1F && buffered.read() == 0x8B;
        buffered.reset();
        plain = compressed ? new GzipMembers(buffered) : buffered;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = plain.read(buffer, offset, length);
        if (read > 0) {
            digest.update(buffer, offset, read);
            count += read;
            check();
            onRead.run();
        }
        return read;
    }

    private void check() {
        if (count > limit) {
            throw tooLarge("The file has more than %d bytes".formatted(limit), limit);
        }
        if (compressed && count > UNSUSPICIOUS && count / LARGEST_RATIO > received.count) {
            throw new ServiceException(
                    ProblemType.BODY_TOO_LARGE,
                    "%d bytes became %d when they were decompressed, more than %d times as many: this is no table."
                            .formatted(received.count, count, LARGEST_RATIO),
                    "Send the file uncompressed if it is one.");
        }
    }

    public static ServiceException tooLarge(String what, long limit) {
        return new ServiceException(
                ProblemType.BODY_TOO_LARGE,
                what + ", decompressed; at most " + limit + " are read.",
                "Send fewer rows, or start the service with a larger feedforward.limits.dataset-bytes.");
    }

    /** Whether the file is compressed by gzip. */
    public boolean isCompressed() {
        return compressed;
    }

    /** Decompressed bytes read so far. */
    public long count() {
        return count;
    }

    /** The SHA-256 of the decompressed bytes read, in hexadecimal. To be asked once, at the end. */
    public String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Sets the memory of the decompression free; the upload's own stream is the server's to close. */
    @Override
    public void close() throws IOException {
        plain.close();
    }

    private static final class Counted extends FilterInputStream {

        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count += Math.max(read, 0);
            return read;
        }

        @Override
        public void close() {
            // Not this class's to close.
        }
    }
}
