package dev.feedforward.web.address;

import dev.feedforward.error.Addressed;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

/** The address under which a caller reached the service, for the lines to type that it is told. */
public final class CallersAddress {

    /** Only what needs no quotes in a shell, nor escapes in JSON or HTML. */
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:\\[\\]-]{1,255}");

    private CallersAddress() {}

    /**
     * The host as the caller wrote it, such as {@code http://localhost:8080}; the scheme as a proxy that is trusted
     * ({@code server.forward-headers-strategy}) says it. What a proxy says of the host is not believed.
     */
    public static String of(HttpServletRequest request) {
        String host = request.getHeader(HttpHeaders.HOST);
        return request.getScheme() + "://"
                + (host != null && HOST.matcher(host).matches() ? host : "localhost:" + request.getLocalPort());
    }

    /**
     * {@code text} with the caller's address in place of {@value Addressed#SERVICE}, and the call in place of
     * {@value Addressed#CALL}.
     */
    public static String in(String text, HttpServletRequest request) {
        String called = text.contains(Addressed.CALL) ? text.replace(Addressed.CALL, Curl.json(request)) : text;
        return called.contains(Addressed.SERVICE) ? called.replace(Addressed.SERVICE, of(request)) : called;
    }
}
