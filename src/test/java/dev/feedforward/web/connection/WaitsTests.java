package dev.feedforward.web.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WaitsTests {

    private static final int PACE = 64 * 1024;
    private static final Duration START = Duration.ofSeconds(15);

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final Waits waits = new Waits(Waits.Direction.BODY, START, PACE, 2, new GivenUp(meters));

    private ServerSocketChannel server;
    private SocketChannel caller;
    private SocketChannel socket;

    @BeforeEach
    void connect() throws IOException {
        server = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        caller = SocketChannel.open(server.getLocalAddress());
        socket = server.accept();
    }

    @AfterEach
    void close() throws IOException {
        socket.close();
        caller.close();
        server.close();
    }

    @Test
    void givesUpBodyThatDoesNotCome() throws IOException {
        Flow flow = flow(1);
        flow.begin();

        waits.tick(START);
        assertThat(flow.givenUp()).isNull();
        waits.tick(Duration.ofMillis(1));
        assertThat(flow.givenUp()).isEqualTo(Reason.BODY_LATE);
        assertThat(waits.count()).isZero();
        // The input is at its end, and the output still open for the answer.
        assertThat(socket.read(ByteBuffer.allocate(1))).isEqualTo(-1);
        assertThat(socket.write(ByteBuffer.wrap(new byte[1]))).isEqualTo(1);
        assertThat(counted("body-late")).isEqualTo(1);
    }

    @Test
    void waitsSecondMoreForEachPaceThatCame() {
        Flow flow = flow(1);
        for (int second = 0; second < 100; second++) {
            flow.begin();
            waits.tick(Duration.ofSeconds(1));
            flow.end();
            flow.passed(PACE);
        }
        assertThat(flow.givenUp()).isNull();

        flow.begin();
        waits.tick(START.plusMillis(1));
        assertThat(flow.givenUp()).isEqualTo(Reason.BODY_LATE);
    }

    @Test
    void waitsNoLongerForWhoHasSentMuchBefore() {
        Flow flow = flow(1);
        flow.passed(100 * PACE);
        flow.begin();

        waits.tick(START);
        assertThat(flow.givenUp()).isNull();
        waits.tick(Duration.ofMillis(1));
        assertThat(flow.givenUp()).isEqualTo(Reason.BODY_LATE);
        assertThat(flow.told()).isEqualTo("in 15.0 s of waiting 6553600 bytes");
    }

    @Test
    void countsNoTimeInWhichTheServiceIsBusy() {
        Flow flow = flow(1);
        flow.begin();
        waits.tick(START);
        flow.end();

        waits.tick(Duration.ofHours(1));

        flow.begin();
        assertThat(flow.givenUp()).isNull();
    }

    @Test
    void givesUpLongestWaitOfTheAddressWithMostWhenOneMoreBegins() {
        Flow other = flow(1);
        Flow longest = flow(2);
        Flow newcomer = flow(2);
        other.begin();
        longest.begin();

        newcomer.begin();

        assertThat(longest.givenUp()).isEqualTo(Reason.ROOM);
        assertThat(other.givenUp()).isNull();
        assertThat(newcomer.givenUp()).isNull();
        assertThat(waits.count()).isEqualTo(2);
    }

    @Test
    void givesUpNobodyWhoHasGoneOn() {
        Flow before = flow(1);
        before.begin();
        before.end();

        flow(1).begin();
        flow(1).begin();

        assertThat(before.givenUp()).isNull();
        assertThat(before.giveUp(Reason.ROOM)).isFalse();
        assertThat(counted("room")).isZero();
    }

    private double counted(String reason) {
        return meters.get("feedforward.connections.given.up")
                .tag("reason", reason)
                .counter()
                .count();
    }

    private Flow flow(int address) {
        return new Flow(socket, peer(address), waits);
    }

    private static InetAddress peer(int last) {
        try {
            return InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) last});
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
