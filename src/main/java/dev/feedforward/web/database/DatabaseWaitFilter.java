package dev.feedforward.web.database;

import dev.feedforward.database.server.DatabaseWait;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts how long each request waits for the database; one that waited for something else begins anew. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class DatabaseWaitFilter extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (DatabaseWait counted = DatabaseWait.begin()) {
            chain.doFilter(request, response);
        }
    }
}
