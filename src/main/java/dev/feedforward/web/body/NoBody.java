package dev.feedforward.web.body;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** A request without a body, freed from the type that {@code curl -d ''} claims for it all the same. */
final class NoBody extends HttpServletRequestWrapper {

    NoBody(HttpServletRequest request) {
        super(request);
    }

    @Override
    public @Nullable String getContentType() {
        return null;
    }

    @Override
    public @Nullable String getHeader(String name) {
        return isContentType(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return isContentType(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        List<String> names = Collections.list(super.getHeaderNames());
        names.removeIf(NoBody::isContentType);
        return Collections.enumeration(names);
    }

    private static boolean isContentType(String header) {
        return header.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE);
    }
}
