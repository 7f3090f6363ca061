package dev.feedforward.web.address;

import dev.feedforward.error.Addressed;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Events with a reader's address in place of {@value Addressed#SERVICE}: they are written once for all readers. Each
 * write holds whole events, and is one write of what is below.
 */
public final class AddressedEvents extends FilterOutputStream {

    private final String address;

    public AddressedEvents(OutputStream output, String address) {
        super(output);
        this.address = address;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        String events = new String(bytes, offset, length, StandardCharsets.UTF_8);
        if (events.contains(Addressed.SERVICE)) {
            out.write(events.replace(Addressed.SERVICE, address).getBytes(StandardCharsets.UTF_8));
        } else {
            out.write(bytes, offset, length);
        }
    }
}
