package dev.feedforward.web.connection;

import java.nio.channels.SocketChannel;
import java.util.Objects;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.jspecify.annotations.Nullable;

/** Tomcat's endpoint, which makes room for a connection before it lets it in. */
class WatchedEndpoint extends NioEndpoint {

    private @Nullable Connections connections;

    void connections(Connections watched) {
        connections = watched;
    }

    @Override
    protected NioChannel createChannel(SocketBufferHandler buffers) {
        Connections watched = Objects.requireNonNull(connections);
        return isSSLEnabled() ? new WatchedSecureChannel(buffers, this, watched) : new WatchedChannel(buffers, watched);
    }

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        Connections watched = Objects.requireNonNull(connections);
        if (watched.makeRoom(watched.peer(socket))) {
            return super.setSocketOptions(socket);
        }
        destroySocket(socket);
        return false;
    }
}
