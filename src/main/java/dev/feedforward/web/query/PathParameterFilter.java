package dev.feedforward.web.query;

import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import dev.feedforward.web.problem.ProblemWriter;
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
 * Refuses parameters of a path's segments ({@code /datasets/iris;v=2}): they are left out where paths are matched, so
 * that a name with a semicolon would be taken for the one before it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 12)
class PathParameterFilter extends OncePerRequestFilter {

    private final ProblemWriter writer;

    PathParameterFilter(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        int at = path.indexOf(';');
        if (at < 0) {
            chain.doFilter(request, response);
            return;
        }
        writer.write(
                new ServiceException(
                        ProblemType.INVALID_PARAMETER,
                        "The path holds \"" + path.substring(at) + "\", a parameter of a segment, which no call takes.",
                        "Leave it out; the query, after a question mark, is where parameters are."),
                request,
                response);
    }
}
