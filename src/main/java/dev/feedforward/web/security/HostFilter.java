package dev.feedforward.web.security;

import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import dev.feedforward.web.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers only to the service's own names, so that no web page reaches it under one of its own (DNS rebinding). */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 11)
class HostFilter extends OncePerRequestFilter {

    private final Set<String> names = new TreeSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));
    private final ProblemWriter writer;

    HostFilter(Access access, Listening listening, ProblemWriter writer) {
        access.allowedHosts().forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        if (listening.address() != null && !listening.address().isAnyLocalAddress()) {
            String address = listening.shown();
            names.add(address.contains(":") ? "[" + address + "]" : address);
        }
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String host = request.getServerName().toLowerCase(Locale.ROOT);
        if (names.contains(host)) {
            chain.doFilter(request, response);
            return;
        }
        writer.write(
                new ServiceException(
                        ProblemType.UNKNOWN_HOST,
                        "The request is for the host \"" + host + "\"; this service answers to "
                                + String.join(", ", names) + ".",
                        "Use http://localhost:" + request.getLocalPort()
                                + ", or start the service with --feedforward.allowed-hosts=" + host),
                request,
                response);
    }
}
