package dev.feedforward.web.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.feedforward.Caller;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** A service behind a proxy on the same machine. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "feedforward.data-dir=target/test-data/${random.uuid}",
            "server.forward-headers-strategy=native",
            "feedforward.connections.in-all=20",
            "feedforward.connections.of-one-address=5"
        })
@Import(Caller.class)
class ProxyTests {

    @Autowired
    private Caller caller;

    @Autowired
    private Connections connections;

    @Test
    void letsProxyHaveAsManyConnectionsAsThereMayBe() throws Exception {
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            sockets.add(Senders.send(caller, Senders.SLOW_HEADERS));
        }
        await().until(() -> connections.count() == 20);
        sockets.add(Senders.send(caller, Senders.SLOW_HEADERS));
        assertThat(Senders.rest(sockets.get(0))).isNotNull();
        await().until(() -> connections.count() == 20);
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
