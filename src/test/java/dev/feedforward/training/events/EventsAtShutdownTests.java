package dev.feedforward.training.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.FeedforwardApplication;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A service that closes does not wait for those who watch it. */
class EventsAtShutdownTests {

    @TempDir
    private Path data;

    /** So much that what is sent before the service closes is taken at once. */
    private static final int ROOMY = 1 << 20;

    @Test
    void endsAllStreamsAtOnce() throws Exception {
        List<Socket> stalled = new ArrayList<>();
        ConfigurableApplicationContext service = new SpringApplicationBuilder(FeedforwardApplication.class)
                .run("--server.port=0", "--feedforward.data-dir=" + data);
        int port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        String body = "{\"training\": {\"iterations\": 100000000, \"recordEvery\": 1000}}";
        send(port, "POST /train", body, ROOMY).close();
        for (int i = 0; i < 20; i++) {
            stalled.add(send(port, "GET /jobs/1/events", "", 4_096));
        }
        BufferedReader active = lines(send(port, "GET /jobs/1/events", "", ROOMY));
        for (int costs = 0; costs < 5; ) {
            costs += active.readLine().equals("event: cost") ? 1 : 0;
        }

        long start = System.nanoTime();
        service.close();
        Duration closing = Duration.ofNanos(System.nanoTime() - start);

        assertThat(closing).isLessThan(Duration.ofSeconds(5));
        assertThat(active.lines().toList()).endsWith("0", "").doesNotContain("event: done");
        for (Socket socket : stalled) {
            socket.close();
        }
    }

    private static BufferedReader lines(Socket socket) throws Exception {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Sends a request, and comes back once the answer has begun. */
    private static Socket send(int port, String request, String body, int buffer) throws Exception {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(buffer);
        socket.setSoTimeout(20_000);
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        String text = request + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        assertThat(socket.getInputStream().read()).isEqualTo('H');
        return socket;
    }
}
