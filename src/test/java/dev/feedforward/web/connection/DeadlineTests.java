package dev.feedforward.web.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.feedforward.Caller;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A service that waits for its callers less than half a second. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "feedforward.data-dir=target/test-data/${random.uuid}",
            "feedforward.connections.headers=400ms",
            "feedforward.connections.body=400ms",
            "feedforward.connections.answer=400ms",
            "feedforward.connections.pace=1GB"
        })
@Import({Caller.class, DeadlineTests.Large.class})
class DeadlineTests {

    /** Answers more than sockets keep for those who do not read. */
    @TestComponent
    @RestController
    static class Large {

        static final int SIZE = 30_000_000;

        @GetMapping(path = "/large", produces = "application/octet-stream")
        byte[] large() {
            return new byte[SIZE];
        }
    }

    @Autowired
    private Caller caller;

    @Autowired
    private MeterRegistry meters;

    @Test
    void answers408ToHeadersThatDoNotCome() throws Exception {
        try (Socket slow = Senders.send(caller, Senders.SLOW_HEADERS)) {
            assertThat(Senders.rest(slow))
                    .startsWith("HTTP/1.1 408 ")
                    .contains("Content-Type: application/problem+json", "Connection: close")
                    .contains("\"/problems/request-timeout\"", "The headers did not arrive in time.");
        }
    }

    @Test
    void closesConnectionOnWhichNothingComes() throws Exception {
        try (Socket silent = Senders.send(caller, "")) {
            assertThat(Senders.rest(silent)).isEmpty();
        }
    }

    @Test
    void countsHeadersAnewAfterEachRequest() throws Exception {
        try (Socket kept =
                Senders.send(caller, "GET /actuator/health/liveness HTTP/1.1\r\nHost: localhost\r\n\r\nGET /")) {
            assertThat(Senders.rest(kept)).startsWith("HTTP/1.1 200 ").contains("HTTP/1.1 408 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /train", "PUT /datasets/slow", "POST /jobs/1/cancel"})
    void answers408ToBodyThatDoesNotCome(String call) throws Exception {
        try (Socket slow = Senders.send(caller, Senders.slowBody(call))) {
            assertThat(Senders.rest(slow))
                    .startsWith("HTTP/1.1 408 ")
                    .contains(
                            "\"/problems/request-timeout\"", "The body did not arrive in time: in 0.", " 0 bytes came.")
                    .contains("\"instance\":\"" + call.split(" ")[1] + "\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /train", "PUT /datasets/slow?header=false"})
    void answers408ToBodyThatBreaksOffWhileItIsRead(String call) throws Exception {
        try (Socket slow = Senders.send(caller, Senders.slowBody(call) + " ".repeat(20_000))) {
            assertThat(Senders.rest(slow))
                    .startsWith("HTTP/1.1 408 ")
                    .contains("\"/problems/request-timeout\"", "The body did not arrive in time: ");
        }
    }

    @Test
    void waitsInTimeForTheBodyOfWhatWasAnsweredWithoutAThread() throws Exception {
        long job = Caller.json(caller.post("/train?wait=60", "{}")).get("id").asLong();
        double before = bodiesLate();

        try (Socket slow = Senders.send(caller, Senders.slowBody("GET /jobs/" + job) + " ".repeat(20_000))) {
            assertThat(Senders.rest(slow)).startsWith("HTTP/1.1 200 ");
        }
        assertThat(bodiesLate()).isEqualTo(before + 1);
    }

    private double bodiesLate() {
        return meters.get("feedforward.connections.given.up")
                .tag("reason", "body-late")
                .counter()
                .count();
    }

    @Test
    void waitsForNoBodyThatNobodyReads() throws Exception {
        try (Socket slow = Senders.send(caller, Senders.slowBody("POST /jobs/99/cancel") + " ".repeat(20_000))) {
            assertThat(Senders.rest(slow)).startsWith("HTTP/1.1 404 ");
        }
    }

    @Test
    void letsGoOfTakerWhoTakesNothing() throws Exception {
        try (Socket taker = Senders.send(caller, "GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n", 4_096)) {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> meters.get("feedforward.connections.given.up")
                                    .tag("reason", "answer-not-taken")
                                    .counter()
                                    .count()
                            > 0);
            assertThatThrownBy(() -> new DataInputStream(taker.getInputStream()).readFully(new byte[Large.SIZE]))
                    .isInstanceOf(IOException.class);
        }
    }
}
