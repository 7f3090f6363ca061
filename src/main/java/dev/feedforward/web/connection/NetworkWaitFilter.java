package dev.feedforward.web.connection;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a thread that waited for the network go on only outside of Tomcat, where {@link NetworkWait} may block it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class NetworkWaitFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getAttribute(Exchange.ATTRIBUTE) instanceof Exchange exchange) {
            chain.doFilter(new Sender(request, exchange), new Taker(response, exchange));
        } else {
            chain.doFilter(request, response);
        }
    }

    private static final class Sender extends HttpServletRequestWrapper {

        private final Exchange exchange;

        Sender(HttpServletRequest request, Exchange exchange) {
            super(request);
            this.exchange = exchange;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new WaitingInput(super.getInputStream(), exchange);
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class Taker extends HttpServletResponseWrapper {

        private final Exchange exchange;

        Taker(HttpServletResponse response, Exchange exchange) {
            super(response);
            this.exchange = exchange;
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            return new WaitingOutput(super.getOutputStream(), exchange);
        }

        @Override
        public void flushBuffer() throws IOException {
            try {
                super.flushBuffer();
            } finally {
                exchange.goOn();
            }
        }
    }
}
