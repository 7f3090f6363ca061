import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Many who send a request so slowly that it never ends, on one thread, and beside them one who asks the health check and
 * one who asks a model, each on a connection of its own each time.
 *
 * <p>{@code java SlowSenders.java port count seconds headers|body}: opens 2,000 connections a second, and sends a byte on
 * each every eight seconds, as long as the service keeps it. Exits with 1 if one of the others was not answered 200, or
 * the health check not within a second.
 */
public final class SlowSenders {

    private static final int BURST = 200;
    private static final long BETWEEN_BURSTS = 100_000_000L;
    private static final long BETWEEN_BYTES = 8_000_000_000L;
    private static final String HEADERS = "GET /jobs HTTP/1.1\r\nHost: localhost\r\nX-A: ";
    private static final String BODY = "POST /train HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Content-Length: 100000\r\n\r\n{";

    private final InetSocketAddress service;
    private final long end;
    private final byte[] beginning;
    private final List<SelectionKey> open = new ArrayList<>();
    private int opened;
    private int closed;

    private SlowSenders(int port, long end, String beginning) {
        this.service = new InetSocketAddress("127.0.0.1", port);
        this.end = end;
        this.beginning = beginning.getBytes(StandardCharsets.US_ASCII);
    }

    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        long end = System.nanoTime() + Long.parseLong(arguments[2]) * 1_000_000_000L;
        Asker health = new Asker(port, "/actuator/health/liveness", end);
        Asker model = new Asker(port, "/predict?bits=0110", end);
        Thread[] others = {new Thread(health), new Thread(model)};
        for (Thread other : others) {
            other.start();
        }
        SlowSenders senders = new SlowSenders(port, end, arguments[3].equals("body") ? BODY : HEADERS);
        senders.run(Integer.parseInt(arguments[1]));
        for (Thread other : others) {
            other.join();
        }
        System.out.printf(
                "%d slow connections, of which the service ended %d; health check %s; predictions %s%n",
                senders.opened, senders.closed, health, model);
        Runtime.getRuntime().halt(health.failed + model.failed == 0 && health.slowest < 1_000 ? 0 : 1);
    }

    private void run(int count) throws IOException {
        Selector selector = Selector.open();
        long burst = System.nanoTime();
        long bytes = burst + BETWEEN_BYTES;
        while (System.nanoTime() < end) {
            if (opened < count && System.nanoTime() > burst) {
                burst += BETWEEN_BURSTS;
                for (int i = 0; i < BURST && opened < count; i++) {
                    open(selector);
                }
            }
            selector.select(this::ready, 20);
            if (System.nanoTime() > bytes) {
                bytes += BETWEEN_BYTES;
                List.copyOf(open).forEach(key -> move(key, " ".getBytes(StandardCharsets.US_ASCII)));
            }
        }
        for (SelectionKey key : open) {
            key.channel().close();
        }
    }

    private void open(Selector selector) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.connect(service);
        open.add(channel.register(selector, SelectionKey.OP_CONNECT));
        opened++;
    }

    private void ready(SelectionKey key) {
        SocketChannel channel = (SocketChannel) key.channel();
        try {
            if (key.isConnectable() && channel.finishConnect()) {
                key.interestOps(SelectionKey.OP_READ);
                move(key, beginning);
            } else if (key.isReadable() && channel.read(ByteBuffer.allocate(1 << 12)) < 0) {
                closed(key);
            }
        } catch (IOException e) {
            closed(key);
        }
    }

    private void move(SelectionKey key, byte[] bytes) {
        try {
            if (key.interestOps() == SelectionKey.OP_READ) {
                ((SocketChannel) key.channel()).write(ByteBuffer.wrap(bytes));
            }
        } catch (IOException e) {
            closed(key);
        }
    }

    private void closed(SelectionKey key) {
        open.remove(key);
        closed++;
        try {
            key.channel().close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asks twice a second. */
    private static final class Asker implements Runnable {

        private final int port;
        private final byte[] request;
        private final long end;
        private int answered;
        private int failed;
        private long slowest;

        private Asker(int port, String path, long end) {
            this.port = port;
            this.end = end;
            request = ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public void run() {
            while (System.nanoTime() < end) {
                long begin = System.nanoTime();
                if (ask()) {
                    answered++;
                } else {
                    failed++;
                }
                slowest = Math.max(slowest, (System.nanoTime() - begin) / 1_000_000);
                try {
                    Thread.sleep(500);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }

        private boolean ask() {
            try (Socket socket = new Socket()) {
                socket.setSoTimeout(5_000);
                socket.connect(new InetSocketAddress("127.0.0.1", port), 5_000);
                socket.getOutputStream().write(request);
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                return answer.startsWith("HTTP/1.1 200 ");
            } catch (IOException e) {
                return false;
            }
        }

        @Override
        public String toString() {
            return answered + " times 200, " + failed + " times not, at most " + slowest + " ms";
        }
    }
}
