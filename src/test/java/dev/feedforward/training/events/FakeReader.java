package dev.feedforward.training.events;

import dev.feedforward.stream.EventStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The far end of a stream, without a network: what arrived, and whether more may. */
final class FakeReader extends OutputStream {

    record Event(String name, String id, JsonNode data) {}

    boolean reading = true;
    boolean broken;
    boolean closed;
    boolean hungUp;
    int flushes;
    final EventStream stream =
            new EventStream(this, () -> reading, new EventStream.Ending(() -> closed = true, () -> hungUp = true));
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();

    FakeReader() {
        stream.ready();
    }

    @Override
    public void write(int b) {
        throw new UnsupportedOperationException("Byte by byte");
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (broken) {
            throw new IOException("Broken pipe");
        }
        if (!reading) {
            throw new IllegalStateException("Not ready");
        }
        received.write(bytes, from, length);
    }

    @Override
    public void flush() {
        flushes++;
    }

    void read(boolean goOn) {
        reading = goOn;
        if (goOn) {
            stream.ready();
        }
    }

    String text() {
        return received.toString(StandardCharsets.UTF_8);
    }

    List<Event> events() {
        return parse(text());
    }

    List<Event> costs() {
        return events().stream().filter(event -> event.name().equals("cost")).toList();
    }

    /** All iterations that arrived, in order. */
    List<Long> iterations() {
        return iterations(events());
    }

    static List<Long> iterations(List<Event> events) {
        return events.stream()
                .filter(event -> event.name().equals("cost"))
                .flatMap(event -> event.data().get("iteration").valueStream())
                .map(JsonNode::asLong)
                .toList();
    }

    static List<Event> parse(String text) {
        List<Event> events = new ArrayList<>();
        for (String block : text.split("\n\n")) {
            String name = "comment";
            String id = "";
            String data = "null";
            for (String line : block.split("\n")) {
                String value = line.substring(line.indexOf(':') + 1).strip();
                if (line.startsWith("event:")) {
                    name = value;
                } else if (line.startsWith("id:")) {
                    id = value;
                } else if (line.startsWith("data:")) {
                    data = value;
                }
            }
            if (!block.isBlank()) {
                events.add(new Event(name, id, JsonMapper.shared().readTree(data)));
            }
        }
        return events;
    }
}
