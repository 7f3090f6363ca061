import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Many readers of job events on one thread, so that they cost the machine little themselves.
 *
 * <p>{@code java SseReaders.java port readers job...}: opens so many connections, spread over the jobs; every tenth
 * reads nothing at all. Says {@code open} once each that reads has had an answer. Ends when all of those have ended, or
 * when a line comes on its standard input, and then tells how many events came. Exits with 1 if ids did not ascend, or
 * if points were left out: each event's first iteration must be the one that follows the id before.
 */
public final class SseReaders {

    private final int port;
    private final List<Reader> readers = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 18);
    private final byte[] bytes = new byte[1 << 18];
    private int answered;
    private int reading;
    private int over;
    private long events;
    private int done;
    private final List<String> faults = new ArrayList<>();

    private SseReaders(int port) {
        this.port = port;
    }

    public static void main(String[] arguments) throws Exception {
        SseReaders all = new SseReaders(Integer.parseInt(arguments[0]));
        int count = Integer.parseInt(arguments[1]);
        Selector selector = Selector.open();
        for (int i = 0; i < count; i++) {
            all.open(selector, arguments[2 + i % (arguments.length - 2)], i % 10 != 9);
        }
        all.run(selector);
        System.out.printf(
                "%d readers, %d of them reading: %d events, %d saw the end, %d faults%n",
                count, all.reading, all.events, all.done, all.faults.size());
        all.faults.stream().limit(5).forEach(System.out::println);
        // Without waiting for connections that nobody reads.
        Runtime.getRuntime().halt(all.faults.isEmpty() ? 0 : 1);
    }

    private void open(Selector selector, String job, boolean reads) throws IOException {
        SocketChannel channel = SocketChannel.open();
        if (!reads) {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, 4096);
        }
        channel.connect(new InetSocketAddress("127.0.0.1", port));
        String request = "GET /jobs/" + job + "/events HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
        Reader reader = new Reader(channel);
        readers.add(reader);
        if (reads) {
            reading++;
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, reader);
        }
    }

    private void run(Selector selector) throws IOException {
        boolean said = false;
        while (over < reading && System.in.available() == 0) {
            selector.select(this::read, 200);
            if (!said && answered == reading) {
                said = true;
                System.out.println("open");
            }
        }
    }

    private void read(SelectionKey key) {
        Reader reader = (Reader) key.attachment();
        try {
            buffer.clear();
            int count = reader.channel.read(buffer);
            if (count < 0) {
                key.cancel();
                over++;
                return;
            }
            buffer.flip().get(bytes, 0, count);
            answered += reader.answered ? 0 : 1;
            reader.answered = true;
            reader.take(bytes, count);
        } catch (IOException e) {
            key.cancel();
            over++;
            faults.add(e.toString());
        }
    }

    /** Looks at the beginning of each line only: that tells all, and parsing JSON would cost more than the service. */
    private final class Reader {

        private static final int KEPT = 64;

        private final SocketChannel channel;
        private final byte[] line = new byte[KEPT];
        private int length;
        private boolean answered;
        private String event = "";
        private long id = -1;
        private long before = -1;
        private long step;

        private Reader(SocketChannel channel) {
            this.channel = channel;
        }

        private void take(byte[] text, int count) {
            for (int i = 0; i < count; i++) {
                if (text[i] == '\n') {
                    line(new String(line, 0, Math.min(length, KEPT), StandardCharsets.US_ASCII));
                    length = 0;
                } else {
                    if (length < KEPT) {
                        line[length] = text[i];
                    }
                    length++;
                }
            }
        }

        private void line(String start) {
            if (start.startsWith("event: ")) {
                event = start.substring(7).strip();
                events++;
                done += event.equals("done") ? 1 : 0;
            } else if (start.startsWith("id: ")) {
                before = id;
                id = Long.parseLong(start.substring(4).strip());
                if (id <= before) {
                    faults.add("id " + id + " after " + before);
                }
            } else if (start.startsWith("data: ") && event.equals("cost")) {
                check(start);
            }
        }

        /** Points are equally far apart, which the first event with two of them tells. */
        private void check(String data) {
            String[] iterations = data.substring(data.indexOf('[') + 1).split("[,\\]]");
            long from = Long.parseLong(iterations[0]);
            if (step == 0 && iterations.length > 2) {
                step = Long.parseLong(iterations[1]) - from;
            }
            if (before >= 0 && step > 0 && from != before + step || before < 0 && from != 0) {
                faults.add("iteration " + from + " after " + before);
            }
        }
    }
}
