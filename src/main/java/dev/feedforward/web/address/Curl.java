package dev.feedforward.web.address;

import dev.feedforward.error.BodyExample;
import dev.feedforward.json.name.PlainName;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/** Shows how the call that was just made is made with curl. */
public final class Curl {

    private static final String ANY_BODY = "{…}";

    private Curl() {}

    public static String json(HttpServletRequest request) {
        boolean post = request.getMethod().equals("POST");
        return line(post ? "" : request.getMethod(), "--json '" + body(request) + "' ", request);
    }

    private static String body(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod handler
                ? Arrays.stream(handler.getMethodParameters())
                        .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                        .map(parameter -> parameter.getParameterType().getAnnotation(BodyExample.class))
                        .filter(Objects::nonNull)
                        .map(BodyExample::value)
                        .findFirst()
                        .orElse(ANY_BODY)
                : ANY_BODY;
    }

    /**
     * @param method the method to name; empty or GET for curl's own choice
     * @param options more options, each followed by a space
     */
    public static String line(String method, String options, HttpServletRequest request) {
        String choice = method.isEmpty() || method.equals("GET") ? "" : "-X " + method + " ";
        return "curl " + choice + options + url(request);
    }

    /** The call that was made, with another query: the option for its body goes by how the body came. */
    public static String again(HttpServletRequest request, String query) {
        String type = request.getContentType();
        String method = request.getMethod();
        String url = url(request, query.isEmpty() ? null : query);
        if (method.equals("PUT")) {
            return "curl -T " + file(request) + " " + url;
        } else if (type == null || request.getContentLengthLong() == 0) {
            String choice = method.equals("GET") ? "" : method.equals("HEAD") ? "-I " : "-X " + method + " ";
            return "curl " + choice + url;
        } else if (type.contains("json")) {
            return "curl --json '{…}' " + url;
        }
        return "curl --data-binary @FILE -H 'Content-Type: " + type.replace("'", "") + "' " + url;
    }

    /** How the file that the path is named after is uploaded. */
    public static String upload(HttpServletRequest request) {
        return line("", "-T " + file(request) + " ", request);
    }

    /** How a file is uploaded to a path that goes on from this one with its name. */
    public static String uploadBelow(HttpServletRequest request) {
        return "curl -T FILE " + CallersAddress.of(request) + request.getRequestURI() + "/NAME";
    }

    private static String file(HttpServletRequest request) {
        String path = request.getRequestURI();
        String name = path.substring(path.lastIndexOf('/') + 1);
        String type = request.getContentType();
        String end = type != null && type.contains("json") ? ".json" : ".csv";
        return !PlainName.fits(name) ? "FILE" : name.endsWith(end) ? name : name + end;
    }

    private static String url(HttpServletRequest request) {
        return url(request, request.getQueryString());
    }

    private static String url(HttpServletRequest request, @Nullable String query) {
        String url = CallersAddress.of(request) + request.getRequestURI() + (query == null ? "" : "?" + query);
        return query == null ? url : "'" + url.replace("'", "%27") + "'";
    }
}
