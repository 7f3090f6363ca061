package dev.feedforward.web.body;

import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import dev.feedforward.web.address.Curl;
import dev.feedforward.web.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses JSON bodies beyond the limit unread, and hides the type of a body that is not there. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 13)
class BodyFilter extends OncePerRequestFilter {

    private final long limit;
    private final ProblemWriter writer;

    BodyFilter(BodyLimit limit, ProblemWriter writer) {
        this.limit = limit.body().toBytes();
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long length = request.getContentLengthLong();
        boolean streamed = request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
        if (length <= 0 && !streamed) {
            chain.doFilter(isForm(request.getContentType()) ? new NoBody(request) : request, response);
        } else if (isUpload(request) || !isJson(request.getContentType())) {
            // Uploads alone read other types; they stream what they read and have limits of their own.
            chain.doFilter(request, response);
        } else if (isEncoded(request)) {
            writer.write(encoded(request), request, response);
        } else if (length > limit) {
            writer.write(tooLarge("The body has " + length + " bytes", limit), request, response);
        } else {
            chain.doFilter(streamed ? new LimitedBody(request, limit) : request, response);
        }
    }

    static ServiceException tooLarge(String what, long limit) {
        return new ServiceException(
                ProblemType.BODY_TOO_LARGE,
                what + ", but at most " + limit + " are read.",
                ProblemType.BODY_TOO_LARGE.remedy());
    }

    private static boolean isEncoded(HttpServletRequest request) {
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        return encoding != null && !encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity");
    }

    private static ServiceException encoded(HttpServletRequest request) {
        return new ServiceException(
                ProblemType.UNSUPPORTED_MEDIA_TYPE,
                "The body came with Content-Encoding: " + request.getHeader(HttpHeaders.CONTENT_ENCODING)
                        + "; JSON is read as it is here.",
                "Send it uncompressed, without the header Content-Encoding: " + Curl.json(request));
    }

    private static boolean isUpload(HttpServletRequest request) {
        return request.getMethod().equals("PUT") && request.getRequestURI().startsWith("/datasets/");
    }

    private static boolean isForm(@Nullable String contentType) {
        return contentType != null && contentType.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    private static boolean isJson(@Nullable String contentType) {
        return contentType != null && contentType.toLowerCase(Locale.ROOT).contains("json");
    }
}
