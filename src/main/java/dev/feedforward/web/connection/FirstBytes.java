package dev.feedforward.web.connection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.coyote.BadRequestException;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * The first bytes of a body, which are waited for before anything else is done with a request: most bodies are no
 * longer, and a thread that waits has allocated next to nothing, and is cheap to give up.
 */
final class FirstBytes implements InputBuffer {

    /** As many as Tomcat reads at once. */
    private static final int MOST = 4 * 1024;

    private final InputBuffer rest;
    private final ByteBuffer first;

    private FirstBytes(InputBuffer rest, ByteBuffer first) {
        this.rest = rest;
        this.first = first;
    }

    /**
     * Has the first bytes of a body replayed to who reads it; those who ask first whether to send it are answered
     * first.
     */
    static void await(Request request) throws IOException {
        long length = request.getContentLengthLong();
        boolean streamed = length < 0 && request.getHeader("transfer-encoding") != null;
        if (!request.hasExpectation() && (length > 0 || streamed)) {
            InputBuffer body = request.getInputBuffer();
            request.setInputBuffer(new FirstBytes(body, read(body, length < 0 ? MOST : Math.min(length, MOST))));
        }
    }

    private static ByteBuffer read(InputBuffer body, long most) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(32);
        Passed passed = new Passed();
        try {
            while (bytes.size() < most && body.doRead(passed) >= 0) {
                ByteBuffer some = passed.getByteBuffer();
                bytes.write(some.array(), some.arrayOffset() + some.position(), some.remaining());
            }
        } catch (BadRequestException e) {
            // Told to who reads on, and finds the same.
            return ByteBuffer.wrap(bytes.toByteArray());
        }
        return ByteBuffer.wrap(bytes.toByteArray());
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        if (!first.hasRemaining()) {
            return rest.doRead(handler);
        }
        int count = first.remaining();
        handler.setByteBuffer(first.duplicate());
        first.position(first.limit());
        return count;
    }

    @Override
    public int available() {
        return first.remaining() + rest.available();
    }

    /** Takes what Tomcat hands over. */
    private static final class Passed implements ApplicationBufferHandler {

        private ByteBuffer buffer = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer passed) {
            buffer = passed;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {
            throw new UnsupportedOperationException("It is handed over, not filled");
        }
    }
}
