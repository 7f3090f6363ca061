package dev.feedforward.web;

import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
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
    private static final Set<String> OTHER_SITES = Set.of("cross-site", "same-site");

    private final ProblemWriter writer;

    CrossSiteFilter(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String origin = request.getHeader("Origin");
        String site = request.getHeader("Sec-Fetch-Site");
        boolean foreign = isForeign(origin, request.getHeader("Host")) || (site != null && OTHER_SITES.contains(site));
        if (!foreign || PLAIN.contains(request.getMethod())) {
            chain.doFilter(request, response);
            return;
        }
        String from = origin == null ? "another site" : origin;
        writer.write(
                new ServiceException(
                        ProblemType.CROSS_SITE,
                        "A page of " + from + " sent a " + request.getMethod() + ".",
                        ProblemType.CROSS_SITE.remedy()),
                request,
                response);
    }

    /** The scheme is left aside, because a proxy before the service may be the one that speaks TLS. */
    private static boolean isForeign(@Nullable String origin, @Nullable String host) {
        return origin != null
                && !origin.equalsIgnoreCase("http://" + host)
                && !origin.equalsIgnoreCase("https://" + host);
    }
}
