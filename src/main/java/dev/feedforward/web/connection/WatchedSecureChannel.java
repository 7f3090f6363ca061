package dev.feedforward.web.connection;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SecureNioChannel;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.jspecify.annotations.Nullable;

/** {@link WatchedChannel} for TLS. */
class WatchedSecureChannel extends SecureNioChannel implements Watched {

    private final Connections connections;

    private volatile @Nullable Connection connection;

    WatchedSecureChannel(SocketBufferHandler buffers, NioEndpoint endpoint, Connections connections) {
        super(buffers, endpoint);
        this.connections = connections;
    }

    @Override
    public @Nullable Connection connection() {
        return connection;
    }

    @Override
    public void reset(@Nullable SocketChannel channel, @Nullable NioSocketWrapper wrapper) throws IOException {
        super.reset(channel, wrapper);
        connection = Watched.open(channel, wrapper, false, connections);
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        return Watched.read(connection, () -> super.read(into));
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        return Watched.write(connection, () -> super.write(from));
    }
}
