package dev.feedforward.web.answer;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Lets a request be ended at once, by its attribute: to complete it, as the servlet API has it, Tomcat sends what is
 * left first, and a thread waits a minute for a reader that takes nothing.
 */
public class HangUpValve extends ValveBase {

    private static final String ATTRIBUTE = HangUpValve.class.getName();

    public HangUpValve() {
        super(true);
    }

    /** Ends {@code request}, which is being answered asynchronously, and drops what was not sent yet. */
    static Runnable of(HttpServletRequest request) {
        return (Runnable) Objects.requireNonNull(request.getAttribute(ATTRIBUTE));
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        org.apache.coyote.Response connection = response.getCoyoteResponse();
        Runnable hangUp = () -> connection.action(ActionCode.CLOSE_NOW, new IOException("Hung up"));
        request.setAttribute(ATTRIBUTE, hangUp);
        getNext().invoke(request, response);
    }
}
