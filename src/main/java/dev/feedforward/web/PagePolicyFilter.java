package dev.feedforward.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets the page at / load and call nothing but this service, and run nothing that is written into its markup. Swagger
 * UI and the pages of problems are other pages, with needs of their own.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 11)
class PagePolicyFilter extends OncePerRequestFilter {

    static final String HEADER = "Content-Security-Policy";
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final Set<String> FILES = Set.of("/", "/index.html", "/icon.svg");
    private static final String MODULES = "/js/";
    private static final String STYLES = "/css/";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        return !FILES.contains(path) && !path.startsWith(MODULES) && !path.startsWith(STYLES);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(HEADER, POLICY);
        response.setHeader("Referrer-Policy", "no-referrer");
        chain.doFilter(request, response);
    }
}
