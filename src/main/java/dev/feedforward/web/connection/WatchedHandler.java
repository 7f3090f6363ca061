package dev.feedforward.web.connection;

import org.apache.tomcat.util.net.AbstractEndpoint.Handler;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** Tomcat's handler of connections, which tells when a thread comes to one and leaves it, and when it ends. */
class WatchedHandler implements Handler<NioChannel> {

    private final Handler<NioChannel> tomcat;
    private final Connections connections;

    WatchedHandler(Handler<NioChannel> tomcat, Connections connections) {
        this.tomcat = tomcat;
        this.connections = connections;
    }

    @Override
    public SocketState process(SocketWrapperBase<NioChannel> wrapper, SocketEvent event) {
        Connection connection = Connection.of(wrapper);
        return connection == null
                ? tomcat.process(wrapper, event)
                : connection.serve(() -> tomcat.process(wrapper, event));
    }

    @Override
    public void release(SocketWrapperBase<NioChannel> wrapper) {
        Connection connection = Connection.of(wrapper);
        if (connection != null) {
            connections.closed(connection);
        }
        tomcat.release(wrapper);
    }

    @Override
    public Object getGlobal() {
        return tomcat.getGlobal();
    }

    @Override
    public void pause() {
        tomcat.pause();
    }

    @Override
    public void recycle() {
        tomcat.recycle();
    }
}
