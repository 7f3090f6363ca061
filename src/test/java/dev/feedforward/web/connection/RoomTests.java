package dev.feedforward.web.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.feedforward.Caller;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** A service with room for 20 connections of one address, which waits for callers as long as they like. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "feedforward.data-dir=target/test-data/${random.uuid}",
            "feedforward.connections.of-one-address=20",
            "feedforward.connections.headers=1h",
            "feedforward.connections.body=1h",
            "server.tomcat.threads.max=40"
        })
@Import(Caller.class)
class RoomTests {

    private static final String END = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
    private static final String LIVENESS = "GET /actuator/health/liveness" + END + "\r\n";

    private final List<Socket> sockets = new ArrayList<>();

    @Autowired
    private Caller caller;

    @Autowired
    private Connections connections;

    @AfterEach
    void close() throws Exception {
        for (Socket socket : sockets) {
            socket.close();
        }
        await().until(() -> connections.count() == 0);
    }

    @Test
    void servesNewcomerInPlaceOfWhoHasSentHeadersSlowlyLongest() throws Exception {
        for (int i = 0; i < 30; i++) {
            open(Senders.SLOW_HEADERS);
        }
        // Those whom a thread is at just when they are to be given up stay until others come.
        await().until(() -> connections.count() == connections.count(Connection.State.ASKING));
        assertThat(Senders.rest(open(LIVENESS))).startsWith("HTTP/1.1 200 ");
        assertThat(Senders.rest(open(LIVENESS))).startsWith("HTTP/1.1 200 ");
        assertThat(connections.count()).isLessThan(30);
        Senders.write(sockets.get(29), "x\r\nConnection: close\r\n\r\n");
        assertThat(Senders.rest(sockets.get(29))).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /train", "POST /predict"})
    void servesNewcomerInPlaceOfWhoHasSentBodyLongest(String call) throws Exception {
        for (int i = 0; i < 60; i++) {
            open(Senders.slowBody(call));
        }
        // Of 40 threads eight wait for bodies.
        await().until(() -> connections.count() <= 8);
        Socket last = open(Senders.slowBody(call));
        assertThat(Senders.rest(open(LIVENESS))).startsWith("HTTP/1.1 200 ");
        Senders.write(last, " ".repeat(99_999));
        assertThat(Senders.rest(last)).startsWith("HTTP/1.1 4").doesNotStartWith("HTTP/1.1 408 ");
    }

    @Test
    void keepsEventReadersWhenOthersWait() throws Exception {
        String job = train();
        List<BufferedReader> readers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Socket reader = open("GET " + job + "/events" + END + "\r\n");
            readers.add(new BufferedReader(new InputStreamReader(reader.getInputStream(), StandardCharsets.UTF_8)));
            assertThat(readers.get(i).readLine()).startsWith("HTTP/1.1 200 ");
        }
        for (int i = 0; i < 40; i++) {
            open(Senders.SLOW_HEADERS);
        }
        assertThat(ask("POST " + job + "/cancel", "")).startsWith("HTTP/1.1 200 ");
        for (BufferedReader reader : readers) {
            assertThat(reader.lines()).contains("event: done");
        }
    }

    @Test
    void servesNewcomerThoughAllOthersAreAnsweredWithoutThread() throws Exception {
        String job = train();
        for (int i = 0; i < 25; i++) {
            open("GET " + job + "?wait=600" + END + "\r\n");
        }
        await().until(() -> connections.count(Connection.State.PARKED) == 20);
        assertThat(Senders.rest(open(LIVENESS))).startsWith("HTTP/1.1 200 ");
        assertThat(ask("POST " + job + "/cancel", "")).startsWith("HTTP/1.1 200 ");
    }

    private String train() throws Exception {
        String answer = ask("POST /train", "{\"training\": {\"iterations\": 100000000, \"recordEvery\": 10000}}");
        return answer.lines()
                .filter(line -> line.startsWith("Location: "))
                .findFirst()
                .orElseThrow()
                .substring("Location: ".length());
    }

    /** Not by a client that keeps connections, as one of these may be given up. */
    private String ask(String call, String json) throws Exception {
        return caller.raw(
                call + END + "Content-Type: application/json\r\nContent-Length: " + json.length() + "\r\n\r\n" + json);
    }

    private Socket open(String text) throws Exception {
        Socket socket = Senders.send(caller, text);
        sockets.add(socket);
        return socket;
    }
}
