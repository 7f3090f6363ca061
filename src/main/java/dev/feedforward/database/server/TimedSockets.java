package dev.feedforward.database.server;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.SocketFactory;

/**
 * Makes sockets whose timeout holds for writing as it does for reading: what is not taken within it closes the
 * connection. Java's own wait for as long as the operating system tries, a quarter of an hour on Linux. PostgreSQL's
 * driver makes one by its name.
 */
public final class TimedSockets extends SocketFactory {

    private static final ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "database-writes");
        thread.setDaemon(true);
        return thread;
    });

    static {
        watch.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Socket createSocket() {
        return new TimedSocket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw connectsLater();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        throw connectsLater();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw connectsLater();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        throw connectsLater();
    }

    private static UnsupportedOperationException connectsLater() {
        return new UnsupportedOperationException("PostgreSQL's driver connects a socket itself");
    }

    private static final class TimedSocket extends Socket {

        @Override
        public OutputStream getOutputStream() throws IOException {
            return new TimedOutput(this, super.getOutputStream());
        }
    }

    private static final class TimedOutput extends FilterOutputStream {

        /** Bytes whose taking is timed as one, so that a long write that goes on is not given up. */
        private static final int SLICE = 64 * 1024;

        private final Socket socket;

        TimedOutput(Socket socket, OutputStream out) {
            super(out);
            this.socket = socket;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int timeout = socket.getSoTimeout();
            if (timeout == 0) {
                out.write(bytes, offset, length);
                return;
            }
            for (int written = 0; written < length; written += SLICE) {
                writeSlice(bytes, offset + written, Math.min(SLICE, length - written), timeout);
            }
        }

        private void writeSlice(byte[] bytes, int offset, int length, int timeout) throws IOException {
            AtomicBoolean over = new AtomicBoolean();
            Future<?> end = watch.schedule(() -> end(over), timeout, TimeUnit.MILLISECONDS);
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                throw over.get() ? timedOut(timeout, e) : e;
            } finally {
                end.cancel(false);
            }
        }

        private void end(AtomicBoolean over) {
            over.set(true);
            try {
                socket.close();
            } catch (IOException e) {
                // It is of no use any more either way.
            }
        }

        private static SocketTimeoutException timedOut(int timeout, IOException cause) {
            SocketTimeoutException thrown = new SocketTimeoutException("Nothing was taken for " + timeout + " ms");
            thrown.initCause(cause);
            return thrown;
        }
    }
}
