package dev.feedforward.web.connection;

import dev.feedforward.Caller;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Callers by hand, who send what they are told to and then wait. */
final class Senders {

    static final String SLOW_HEADERS = "GET /jobs HTTP/1.1\r\nHost: localhost\r\nX-A: ";

    private Senders() {}

    /** A request whose body is to have 100,000 bytes, with its first. */
    static String slowBody(String call) {
        return call
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{";
    }

    static Socket send(Caller caller, String text) throws IOException {
        return send(caller, text, 64 * 1024);
    }

    /** @param takes about how many bytes of an answer come before they are read */
    static Socket send(Caller caller, String text, int takes) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(takes);
        socket.setSoTimeout(20_000);
        socket.connect(new InetSocketAddress("127.0.0.1", caller.port()));
        write(socket, text);
        return socket;
    }

    static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** All that comes until the service hangs up. */
    static String rest(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
