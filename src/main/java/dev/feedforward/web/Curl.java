package dev.feedforward.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Shows how the call that was just made is made with curl. */
final class Curl {

    private Curl() {}

    static String json(HttpServletRequest request) {
        boolean post = request.getMethod().equals("POST");
        return line(post ? "" : request.getMethod(), "--json '{…}' ", request);
    }

    /**
     * @param method the method to name; empty or GET for curl's own choice
     * @param options more options, each followed by a space
     */
    static String line(String method, String options, HttpServletRequest request) {
        String choice = method.isEmpty() || method.equals("GET") ? "" : "-X " + method + " ";
        return "curl " + choice + options + url(request);
    }

    /** The call that was made, with another query: the option for its body goes by how the body came. */
    static String again(HttpServletRequest request, String query) {
        String type = request.getContentType();
        String method = request.getMethod();
        String url = url(request, query.isEmpty() ? null : query);
        if (method.equals("PUT")) {
            return "curl -T FILE " + url;
        } else if (type == null || request.getContentLengthLong() == 0) {
            String choice = method.equals("GET") ? "" : method.equals("HEAD") ? "-I " : "-X " + method + " ";
            return "curl " + choice + url;
        } else if (type.contains("json")) {
            return "curl --json '{…}' " + url;
        }
        return "curl --data-binary @FILE -H 'Content-Type: " + type.replace("'", "") + "' " + url;
    }

    private static String url(HttpServletRequest request) {
        return url(request, request.getQueryString());
    }

    private static String url(HttpServletRequest request, @Nullable String query) {
        String url = CallersAddress.of(request) + request.getRequestURI() + (query == null ? "" : "?" + query);
        return query == null ? url : "'" + url.replace("'", "%27") + "'";
    }
}
