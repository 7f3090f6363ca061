package dev.feedforward.web.computing;

import dev.feedforward.client.Client;
import dev.feedforward.computing.Computing;
import dev.feedforward.computing.Turns;
import dev.feedforward.web.connection.NetworkWait;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.AsyncHandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Takes a turn for calls that compute, as {@link Computing} says, before their arguments are read, and gives it back
 * once the answer is written, or waits for something without a thread.
 */
@Configuration(proxyBeanMethods = false)
class TurnInterceptor implements WebMvcConfigurer, AsyncHandlerInterceptor {

    /** Bytes of a body that is read and answered in a few milliseconds. */
    static final int SMALL = 64 * 1024;

    private final Turns turns;

    TurnInterceptor(Turns turns) {
        this.turns = turns;
    }

    /** After those that may refuse or answer the call without computing. */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(Ordered.LOWEST_PRECEDENCE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Computing computing = handler instanceof HandlerMethod call ? call.getMethodAnnotation(Computing.class) : null;
        if (computing != null && request.getDispatcherType() == DispatcherType.REQUEST) {
            turns.begin(Client.of(request.getRemoteAddr()));
            NetworkWait.tell(request, this::rest);
            if (isDue(computing.value(), request)) {
                take(request);
            }
        }
        return true;
    }

    /** Who waits for a slow caller lends the turn to somebody who computes. */
    private Runnable rest() {
        turns.rest();
        return turns::goOn;
    }

    /** Spring MVC does not tell an interceptor of the end of what it has refused itself. */
    private void take(HttpServletRequest request) {
        boolean taken = false;
        try {
            turns.take();
            taken = true;
        } finally {
            if (!taken) {
                end(request);
            }
        }
    }

    private void end(HttpServletRequest request) {
        NetworkWait.tell(request, null);
        turns.end();
    }

    private static boolean isDue(Computing.When when, HttpServletRequest request) {
        return switch (when) {
            case ALWAYS -> true;
            case OF_THE_PAST -> request.getParameter("iteration") != null;
            case OF_LARGE_BODIES ->
                request.getContentLengthLong() > SMALL || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
            case BY_SIZE, NEVER -> false;
        };
    }

    @Override
    public void afterConcurrentHandlingStarted(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        end(request);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception problem) {
        end(request);
    }
}
