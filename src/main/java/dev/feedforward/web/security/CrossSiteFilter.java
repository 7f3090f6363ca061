package dev.feedforward.web.security;

import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import dev.feedforward.web.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps other web sites from doing more than reading through a visitor's browser; programs send neither header. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 12)
class CrossSiteFilter extends OncePerRequestFilter {

    private static final Set<String> PLAIN = Set.of("GET", "HEAD");

    /** The service's own page, and who typed the address; browsers say nothing else of themselves that may change. */
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private final ProblemWriter writer;

    CrossSiteFilter(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (PLAIN.contains(request.getMethod()) || isOwn(request)) {
            chain.doFilter(request, response);
            return;
        }
        List<String> origins = Collections.list(request.getHeaders("Origin"));
        String from = origins.isEmpty() ? "another site" : String.join(" and ", origins);
        writer.write(
                new ServiceException(
                        ProblemType.CROSS_SITE,
                        "A page of " + from + " sent a " + request.getMethod() + ".",
                        ProblemType.CROSS_SITE.remedy()),
                request,
                response);
    }

    private static boolean isOwn(HttpServletRequest request) {
        return isAbsentOr(request, "Sec-Fetch-Site", OWN_SITES::contains)
                && isAbsentOr(request, "Origin", origin -> isOwn(origin, request.getHeader("Host")));
    }

    /** No browser sends one twice. */
    private static boolean isAbsentOr(HttpServletRequest request, String header, Predicate<String> own) {
        List<String> values = Collections.list(request.getHeaders(header));
        return values.isEmpty() || values.size() == 1 && own.test(values.get(0));
    }

    /** The scheme is left aside, because a proxy before the service may be the one that speaks TLS. */
    private static boolean isOwn(String origin, @Nullable String host) {
        return origin.equalsIgnoreCase("http://" + host) || origin.equalsIgnoreCase("https://" + host);
    }
}
