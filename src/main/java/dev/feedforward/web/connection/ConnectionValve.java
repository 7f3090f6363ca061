package dev.feedforward.web.connection;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Begins an exchange with each request. */
class ConnectionValve extends ValveBase {

    private final Connections connections;

    ConnectionValve(Connections connections) {
        super(true);
        this.connections = connections;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        Connection connection = Connection.served();
        if (connection != null) {
            Exchange exchange = connections.exchange(connection, request.getCoyoteRequest());
            connection.begin(exchange);
            request.setAttribute(Exchange.ATTRIBUTE, exchange);
        }
        getNext().invoke(request, response);
    }
}
