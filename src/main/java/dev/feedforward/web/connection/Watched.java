package dev.feedforward.web.connection;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.jspecify.annotations.Nullable;

/** A channel of Tomcat's that knows its connection. */
interface Watched {

    /** Reads or writes as many bytes as can be at once. */
    @FunctionalInterface
    interface Move {
        int run() throws IOException;
    }

    /** The present one; null when it is closed. */
    @Nullable
    Connection connection();

    /** The connection that a channel is set to; null if it is set free. */
    static @Nullable Connection open(
            @Nullable SocketChannel channel,
            @Nullable NioSocketWrapper wrapper,
            boolean plain,
            Connections connections) {
        if (channel == null || wrapper == null) {
            return null;
        }
        Connection connection = new Connection(wrapper, channel, connections.peer(channel), plain);
        connections.opened(connection);
        return connection;
    }

    static int read(@Nullable Connection connection, Move move) throws IOException {
        Exchange exchange = connection == null ? null : connection.exchange();
        Flow body = exchange == null ? null : exchange.blockingBody();
        return exchange == null || body == null ? move.run() : exchange.move(body, move);
    }

    static int write(@Nullable Connection connection, Move move) throws IOException {
        Exchange exchange = connection == null ? null : connection.exchange();
        Flow answer = exchange == null ? null : exchange.blockingAnswer();
        return exchange == null || answer == null ? move.run() : exchange.move(answer, move);
    }
}
