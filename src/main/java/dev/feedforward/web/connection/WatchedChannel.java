package dev.feedforward.web.connection;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.jspecify.annotations.Nullable;

/** Tomcat's channel, which tells what passes and when a thread is about to wait. */
class WatchedChannel extends NioChannel implements Watched {

    private final Connections connections;

    private volatile @Nullable Connection connection;

    WatchedChannel(SocketBufferHandler buffers, Connections connections) {
        super(buffers);
        this.connections = connections;
    }

    @Override
    public @Nullable Connection connection() {
        return connection;
    }

    @Override
    public void reset(@Nullable SocketChannel channel, @Nullable NioSocketWrapper wrapper) throws IOException {
        super.reset(channel, wrapper);
        connection = Watched.open(channel, wrapper, true, connections);
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        return Watched.read(connection, () -> super.read(into));
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        return from.hasRemaining() ? Watched.write(connection, () -> super.write(from)) : 0;
    }
}
