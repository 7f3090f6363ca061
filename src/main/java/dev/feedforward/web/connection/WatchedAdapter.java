package dev.feedforward.web.connection;

import dev.feedforward.web.header.ContentPolicy;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Adapter;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.SocketEvent;
import org.springframework.http.MediaType;

/** Tomcat's way from the connection to the servlets, on which an exchange begins. */
class WatchedAdapter implements Adapter {

    private final Adapter tomcat;
    private final Connections connections;
    private final LateAnswers late;

    WatchedAdapter(Adapter tomcat, Connections connections, LateAnswers late) {
        this.tomcat = tomcat;
        this.connections = connections;
        this.late = late;
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        Connection connection = Connection.served();
        if (connection != null) {
            Exchange exchange = connections.exchange(connection, request);
            connection.begin(exchange);
            request.setAttribute(Exchange.ATTRIBUTE, exchange);
        }
        InputBuffer body = request.getInputBuffer();
        try {
            // One that Tomcat has found faulty already is only to be told so.
            if (!response.isError()) {
                FirstBytes.await(request);
            }
        } catch (SocketTimeoutException e) {
            answer(e, request, response);
            return;
        } catch (IOException e) {
            response.action(ActionCode.CLOSE_NOW, e);
            return;
        }
        try {
            tomcat.service(request, response);
        } finally {
            request.setInputBuffer(body);
        }
    }

    private void answer(SocketTimeoutException problem, Request request, Response response) throws IOException {
        byte[] body = late.body(
                String.valueOf(problem.getMessage()), request.requestURI().toString());
        response.setStatus(LateAnswers.STATUS);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getMimeHeaders().setValue("X-Content-Type-Options").setString("nosniff");
        response.getMimeHeaders().setValue(ContentPolicy.HEADER).setString(ContentPolicy.NOTHING);
        response.doWrite(ByteBuffer.wrap(body));
        // Before what did not come is looked for, or that would end the connection with the answer unsent.
        response.action(ActionCode.CLOSE, null);
    }

    @Override
    public boolean prepare(Request request, Response response) throws Exception {
        return tomcat.prepare(request, response);
    }

    @Override
    public boolean asyncDispatch(Request request, Response response, SocketEvent event) throws Exception {
        return tomcat.asyncDispatch(request, response, event);
    }

    @Override
    public void log(Request request, Response response, long time) {
        tomcat.log(request, response, time);
    }

    @Override
    public void checkRecycled(Request request, Response response) {
        tomcat.checkRecycled(request, response);
    }

    @Override
    public String getDomain() {
        return tomcat.getDomain();
    }
}
