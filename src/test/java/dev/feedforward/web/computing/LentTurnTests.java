package dev.feedforward.web.computing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.Caller;
import dev.feedforward.FeedforwardTest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** There is one turn, and a slow sender does not keep it. */
@FeedforwardTest
@TestPropertySource(properties = "feedforward.computing.turns=1")
@Timeout(60)
class LentTurnTests {

    @Autowired
    private Caller caller;

    @Test
    void othersComputeWhileUploadWaitsForItsSender() throws Exception {
        try (Socket sender = new Socket("127.0.0.1", caller.port())) {
            String rows = "a,b\n" + "1,2\n".repeat(20);
            send(
                    sender,
                    "PUT /datasets/slow?answers=b HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                            + "Content-Type: text/csv\r\nContent-Length: " + 2 * rows.length() + "\r\n\r\n" + rows);
            assertThat(caller.get("/datasets/circle/rows").statusCode()).isEqualTo(200);

            send(sender, "3,4\n".repeat(rows.length() / 4));
            assertThat(new String(sender.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 201");
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
