package dev.feedforward.web.answer;

import dev.feedforward.client.Client;
import dev.feedforward.stream.EventFeed;
import dev.feedforward.stream.EventStream;
import dev.feedforward.web.address.AddressedEvents;
import dev.feedforward.web.address.CallersAddress;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.AsyncHandlerMethodReturnValueHandler;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Answers an {@link EventFeed} as Server-Sent Events, by the servlet's non-blocking output: a reader takes a connection
 * and no thread, however slowly it reads.
 */
@Configuration(proxyBeanMethods = false)
class EventStreams implements WebMvcConfigurer {

    private final EventReaders readers;

    EventStreams(EventReaders readers) {
        this.readers = readers;
    }

    @Override
    public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
        handlers.add(new Answer(readers));
    }

    /** Asynchronous, or Spring would ask the handler for bodies first. */
    private record Answer(EventReaders readers) implements AsyncHandlerMethodReturnValueHandler {

        @Override
        public boolean supportsReturnType(MethodParameter returnType) {
            return EventFeed.class.isAssignableFrom(returnType.getParameterType());
        }

        @Override
        public boolean isAsyncReturnValue(@Nullable Object value, MethodParameter returnType) {
            return value instanceof EventFeed;
        }

        @Override
        public void handleReturnValue(
                @Nullable Object value,
                MethodParameter returnType,
                ModelAndViewContainer container,
                NativeWebRequest webRequest)
                throws IOException {
            container.setRequestHandled(true);
            HttpServletRequest request = Objects.requireNonNull(webRequest.getNativeRequest(HttpServletRequest.class));
            HttpServletResponse response =
                    Objects.requireNonNull(webRequest.getNativeResponse(HttpServletResponse.class));
            if (value instanceof EventFeed feed && !"HEAD".equals(request.getMethod())) {
                begin(feed, request, response);
            } else {
                writeHead(response);
            }
        }

        private void begin(EventFeed feed, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            Runnable leave = readers.enter(Client.of(request.getRemoteAddr()));
            boolean begun = false;
            try {
                writeHead(response);
                feed.begin(open(request, leave));
                begun = true;
            } finally {
                if (!begun) {
                    leave.run();
                }
            }
        }

        private static void writeHead(HttpServletResponse response) throws IOException {
            response.setContentType("text/event-stream;charset=UTF-8");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache, no-store");
            // nginx would keep the events until it has enough of them.
            response.setHeader("X-Accel-Buffering", "no");
            response.flushBuffer();
        }
    }

    private static EventStream open(HttpServletRequest request, Runnable leave) throws IOException {
        Runnable hangUp = HangUpValve.of(request);
        // The request and response as the container has them: nothing between may buffer, or wait.
        AsyncContext async = request.startAsync();
        async.setTimeout(0);
        ServletOutputStream output = async.getResponse().getOutputStream();
        EventStream stream = new EventStream(
                new AddressedEvents(output, CallersAddress.of(request)),
                output::isReady,
                new EventStream.Ending(async::complete, hangUp));
        Connection connection = new Connection(stream, leave);
        async.addListener(connection);
        output.setWriteListener(connection);
        return stream;
    }

    /** Tells a stream what the container tells of its connection. */
    private record Connection(EventStream stream, Runnable leave) implements WriteListener, AsyncListener {

        @Override
        public void onWritePossible() {
            stream.ready();
        }

        @Override
        public void onError(Throwable failure) {
            stream.over();
        }

        @Override
        public void onComplete(AsyncEvent event) {
            leave.run();
            stream.over();
        }

        /** Completed here, or Tomcat would have Spring answer the error, when half an answer is sent already. */
        @Override
        public void onError(AsyncEvent event) {
            stream.over();
            event.getAsyncContext().complete();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            onError(event);
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            throw new IllegalStateException("A stream is started once");
        }
    }
}
