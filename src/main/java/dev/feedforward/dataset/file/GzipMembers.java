package dev.feedforward.dataset.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Decompresses a gzip file (RFC 1952), all its members one after the other. {@link java.util.zip.GZIPInputStream}
 * leaves members out where the network has not brought them yet (JDK-7036144), and ignores whatever else follows.
 */
final class GzipMembers extends InputStream {

    private static final int BUFFER = 64 * 1024;
    private static final int DEFLATE = 8;
    private static final int HEADER_CHECKED = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    /** Modification time, compression level and operating system. */
    private static final int TOLD_BESIDES = 6;

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 sum = new CRC32();
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;
    private boolean later;
    private boolean over;

    /** @throws IOException as {@link #read} does, if the first header is damaged */
    GzipMembers(InputStream in) throws IOException {
        this.in = in;
        readHeader(readByte());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /**
     * Reads decompressed bytes.
     *
     * @throws ZipException if it is damaged
     * @throws EOFException if it ends within a member
     */
    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (!over && length > 0) {
            int count = inflate(target, offset, length);
            if (count > 0) {
                sum.update(target, offset, count);
                return count;
            }
            if (inflater.finished()) {
                endMember();
            } else if (inflater.needsInput()) {
                fill();
                inflater.setInput(buffer, at, end - at);
                at = end;
            } else {
                throw new ZipException("it needs a dictionary");
            }
        }
        return length == 0 ? 0 : -1;
    }

    private int inflate(byte[] target, int offset, int length) throws ZipException {
        try {
            return inflater.inflate(target, offset, length);
        } catch (DataFormatException e) {
            throw new ZipException(e.getMessage());
        }
    }

    private void endMember() throws IOException {
        at = end - inflater.getRemaining();
        if (readNumber(4) != sum.getValue() || readNumber(4) != (inflater.getBytesWritten() & 0xFFFF_FFFFL)) {
            throw new ZipException("its check sum is another");
        }
        int next = at < end || hasMore() ? readByte() : -1;
        over = next < 0;
        if (!over) {
            inflater.reset();
            sum.reset();
            readHeader(next);
        }
    }

    /** @param first byte of the header, which has been read */
    private void readHeader(int first) throws IOException {
        if (first != 0x1F || readByte() != 0x8B || readByte() != DEFLATE) {
            throw new ZipException(later ? "something else follows it" : "its header is damaged");
        }
        later = true;
        int flags = readByte();
        readNumber(TOLD_BESIDES);
        if ((flags & EXTRA) != 0) {
            readPast(readNumber(2));
        }
        for (int text = flags & (NAME | COMMENT); text != 0; text &= text - 1) {
            while (readByte() != 0) {
                // The texts are of no use here.
            }
        }
        if ((flags & HEADER_CHECKED) != 0) {
            readNumber(2);
        }
        inflater.setInput(buffer, at, end - at);
        at = end;
    }

    private void readPast(long count) throws IOException {
        for (long i = 0; i < count; i++) {
            readByte();
        }
    }

    /** A number of so many bytes, the least significant first. */
    private long readNumber(int bytes) throws IOException {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number |= (long) readByte() << 8 * i;
        }
        return number;
    }

    private int readByte() throws IOException {
        if (at == end) {
            fill();
        }
        return buffer[at++] & 0xFF;
    }

    private void fill() throws IOException {
        if (!hasMore()) {
            throw new EOFException("within a gzip member");
        }
    }

    private boolean hasMore() throws IOException {
        at = 0;
        end = Math.max(in.read(buffer), 0);
        return end > 0;
    }

    /** Frees the decompressor's memory, and closes what is read. */
    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
