package dev.feedforward.web;

import jakarta.servlet.http.HttpServletRequest;

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

    private static String url(HttpServletRequest request) {
        String query = request.getQueryString();
        String url = CallersAddress.of(request) + request.getRequestURI() + (query == null ? "" : "?" + query);
        return query == null ? url : "'" + url.replace("'", "%27") + "'";
    }
}
