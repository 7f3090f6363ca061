package dev.feedforward.web.memory;

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
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes on no work that needs memory while the heap is nearly full; looking and cancelling go on. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 14)
class HeapFilter extends OncePerRequestFilter {

    /** Bytes of a body that are read whatever the heap says. */
    static final int SMALL = 8 * 1024;

    private final HeapPressure pressure;
    private final ProblemWriter writer;

    HeapFilter(HeapPressure pressure, ProblemWriter writer) {
        this.pressure = pressure;
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (needsMemory(request) && pressure.isHigh()) {
            writer.write(refusal(), request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean needsMemory(HttpServletRequest request) {
        return request.getMethod().equals("POST") && request.getRequestURI().equals("/train")
                || request.getContentLengthLong() > SMALL
                || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    private ServiceException refusal() {
        return new ServiceException(
                ProblemType.UNAVAILABLE,
                "The memory is nearly full: %d %% of the heap for lasting data are in use."
                        .formatted(pressure.percent()),
                "Try again when running jobs have ended, or cancel one by its number: curl -X POST"
                        + " {service}/jobs/ID/cancel. If it stays so,"
                        + " start the service with a larger heap, java -Xmx…, or train smaller networks.",
                HeapPressure.STANDS);
    }
}
