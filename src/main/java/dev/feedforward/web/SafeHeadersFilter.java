package dev.feedforward.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps browsers from taking an answer for something other than its Content-Type says. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class SafeHeadersFilter extends OncePerRequestFilter {

    static final String NOSNIFF = "X-Content-Type-Options";

    /** What Tomcat rejects comes through here only on its way to the error controller. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(NOSNIFF, "nosniff");
        chain.doFilter(request, response);
    }
}
