package dev.feedforward.web.header;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps browsers from taking an answer for something other than its Content-Type says, and from loading or running more
 * for it than it needs.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
public class SafeHeadersFilter extends OncePerRequestFilter {

    public static final String NOSNIFF = "X-Content-Type-Options";

    /** What Tomcat rejects comes through here only on its way to the error controller. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getServletPath();
        response.setHeader(NOSNIFF, "nosniff");
        response.setHeader(ContentPolicy.HEADER, ContentPolicy.of(path));
        if (ContentPolicy.isPage(path)) {
            response.setHeader("Referrer-Policy", "no-referrer");
        }
        chain.doFilter(request, response);
    }
}
