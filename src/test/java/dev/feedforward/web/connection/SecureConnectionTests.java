package dev.feedforward.web.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A service with a certificate of its own, which waits for its callers less than half a second. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "feedforward.data-dir=target/test-data/${random.uuid}",
            "feedforward.connections.headers=400ms",
            "feedforward.connections.body=400ms",
            "feedforward.connections.answer=400ms",
            "feedforward.connections.pace=1GB",
            "server.ssl.bundle=test",
            "spring.ssl.bundle.jks.test.keystore.password=" + SecureConnectionTests.PASSWORD
        })
@Import(DeadlineTests.Large.class)
class SecureConnectionTests {

    static final String PASSWORD = "changeit";

    private static final String END = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";

    @LocalServerPort
    private int port;

    @Autowired
    private SslBundles bundles;

    @Autowired
    private Connections connections;

    @DynamicPropertySource
    static void makeCertificate(DynamicPropertyRegistry registry) throws Exception {
        Path store = Files.createTempDirectory(Path.of("target"), "tls").resolve("store.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString())
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        registry.add(
                "spring.ssl.bundle.jks.test.keystore.location",
                () -> store.toUri().toString());
    }

    @Test
    void answers() throws Exception {
        try (Socket caller = open("GET /actuator/health/liveness" + END + "\r\n")) {
            assertThat(Senders.rest(caller)).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void takesBodyAndSendsLargeAnswer() throws Exception {
        String rows = "a,b\n" + "1,2\n".repeat(100_000);
        try (Socket caller =
                open("PUT /datasets/secure" + END + "Content-Length: " + rows.length() + "\r\n\r\n" + rows)) {
            assertThat(Senders.rest(caller)).startsWith("HTTP/1.1 201 ").contains("\"rows\":100000");
        }
        try (Socket caller = open("GET /large" + END + "\r\n")) {
            assertThat(Senders.rest(caller)).startsWith("HTTP/1.1 200 ").hasSizeGreaterThan(DeadlineTests.Large.SIZE);
        }
    }

    @Test
    void sendsEventsToTheirEnd() throws Exception {
        String job;
        try (Socket caller = open("POST /train" + END + "Content-Length: 0\r\n\r\n")) {
            job = Senders.rest(caller).replaceFirst("(?s).*Location: (\\S+).*", "$1");
        }
        try (Socket reader = open("GET " + job + "/events" + END + "\r\n")) {
            assertThat(Senders.rest(reader)).startsWith("HTTP/1.1 200 ").contains("event: done");
        }
    }

    /** The 22, 3 and 1 of a first message that is to have 200 bytes. */
    @ParameterizedTest
    @ValueSource(strings = {"", "\u0016", "\u0016\u0003\u0001\u0000\u00c8\u0001"})
    void closesConnectionWhoseHandshakeDoesNotCome(String beginning) throws Exception {
        try (Socket slow = new Socket()) {
            slow.setSoTimeout(20_000);
            slow.connect(new InetSocketAddress("127.0.0.1", port));
            slow.getOutputStream().write(beginning.getBytes(StandardCharsets.ISO_8859_1));
            assertThat(slow.getInputStream().readAllBytes()).isEmpty();
        }
        await().until(() -> connections.count() == 0);
    }

    @Test
    void closesConnectionWhoseHeadersDoNotCome() throws Exception {
        try (Socket slow = open(Senders.SLOW_HEADERS)) {
            await().until(() -> connections.count() == 0);
            assertThatThrownBy(() -> assertThat(Senders.rest(slow)).isNotEmpty())
                    .isInstanceOfAny(IOException.class, AssertionError.class)
                    .isNotInstanceOf(SocketTimeoutException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /train", "PUT /datasets/slow?header=false"})
    void answers408ToBodyThatDoesNotCome(String call) throws Exception {
        for (String more : Arrays.asList("", " ".repeat(20_000))) {
            try (Socket slow = open(Senders.slowBody(call) + more)) {
                byte[] start = new DataInputStream(slow.getInputStream()).readNBytes(13);
                assertThat(new String(start, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 408 ");
            }
        }
    }

    @Test
    void letsGoOfTakerWhoTakesNothing() throws Exception {
        try (Socket taker = open("GET /large" + END + "\r\n")) {
            await().until(() -> connections.count() == 0);
            assertThatThrownBy(() ->
                            new DataInputStream(taker.getInputStream()).readFully(new byte[DeadlineTests.Large.SIZE]))
                    .isInstanceOf(IOException.class);
        }
    }

    private Socket open(String text) throws Exception {
        Socket plain = new Socket();
        plain.setReceiveBufferSize(64 * 1024);
        plain.setSoTimeout(20_000);
        plain.connect(new InetSocketAddress("127.0.0.1", port));
        Socket socket = trusting().getSocketFactory().createSocket(plain, "localhost", port, true);
        Senders.write(socket, text);
        return socket;
    }

    private SSLContext trusting() throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(
                "service", bundles.getBundle("test").getStores().getKeyStore().getCertificate("mykey"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
