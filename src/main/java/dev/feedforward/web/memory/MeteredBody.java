package dev.feedforward.web.memory;

import dev.feedforward.memory.RequestMemory;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that takes {@link RequestMemory} for each byte that is read of it. */
public final class MeteredBody extends FilterInputStream {

    private final int factor;
    private long taken;

    /** @param factor bytes of memory that one of the body takes, beside the numbers that are read from it */
    public MeteredBody(InputStream body, int factor) {
        super(body);
        this.factor = factor;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        take(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        take(Math.max(read, 0));
        return read;
    }

    private void take(int read) {
        long more = (long) factor * read;
        RequestMemory.take(more);
        taken += more;
    }

    /** Bytes that were taken so far. */
    public long taken() {
        return taken;
    }
}
