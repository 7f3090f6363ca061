import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * Forwards connections to a port of this machine: {@code java Forwarder.java port} prints the port that it listens at.
 *
 * <p>Stopped (SIGSTOP) it is a black hole: connections stay open and new ones open, what is sent is taken as long as the
 * kernel has room for it, and nothing comes back.
 */
public final class Forwarder {

    private Forwarder() {}

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(arguments[0]);
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            System.out.println(server.getLocalPort());
            while (true) {
                Socket caller = server.accept();
                try {
                    Socket called = new Socket(InetAddress.getLoopbackAddress(), port);
                    start(caller, called);
                    start(called, caller);
                } catch (IOException e) {
                    caller.close();
                }
            }
        }
    }

    private static void start(Socket from, Socket to) {
        Thread thread = new Thread(() -> forward(from, to));
        thread.setDaemon(true);
        thread.start();
    }

    /** Until either side has closed, which closes the other. */
    private static void forward(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException e) {
            // One of them has gone, and so does the other.
        }
    }
}
