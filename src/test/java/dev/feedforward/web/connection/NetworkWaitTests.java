package dev.feedforward.web.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.Caller;
import dev.feedforward.FeedforwardTest;
import jakarta.servlet.http.HttpServletRequest;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@FeedforwardTest
@Import(NetworkWaitTests.Reading.class)
class NetworkWaitTests {

    /** Tells what becomes of its thread while it reads a body. */
    @TestComponent
    @RestController
    static class Reading {

        private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

        @PostMapping("/reading")
        String read(HttpServletRequest request) throws Exception {
            NetworkWait.tell(request, () -> {
                told.add("waits");
                return () -> told.add("goes on");
            });
            int count = request.getInputStream().readAllBytes().length;
            NetworkWait.tell(request, null);
            return "" + count;
        }
    }

    private static final String HEAD =
            "POST /reading HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: %d\r\n\r\n";

    @Autowired
    private Caller caller;

    @Autowired
    private Reading reading;

    @Test
    void tellsOfWaitingOnceItBeginsAndEnds() throws Exception {
        try (Socket slow = Senders.send(caller, HEAD.formatted(20_000) + "x".repeat(10_000))) {
            assertThat(next()).isEqualTo("waits");
            Senders.write(slow, "x".repeat(10_000));
            assertThat(next()).isEqualTo("goes on");
            assertThat(Senders.rest(slow)).startsWith("HTTP/1.1 200 ").endsWith("20000");
        }
    }

    @Test
    void tellsNothingWhenTheBodyIsThere() throws Exception {
        try (Socket quick = Senders.send(caller, HEAD.formatted(3) + "xyz")) {
            assertThat(Senders.rest(quick)).endsWith("3");
        }
        assertThat(List.copyOf(reading.told)).isEmpty();
    }

    private String next() throws InterruptedException {
        return reading.told.poll(10, TimeUnit.SECONDS);
    }
}
