package dev.feedforward.web.problem;

import dev.feedforward.error.ServiceException;
import dev.feedforward.web.address.AddressedTexts;
import dev.feedforward.web.header.ContentPolicy;
import dev.feedforward.web.header.SafeHeadersFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers problems where Spring MVC is not at hand: in filters and in Tomcat itself. */
@Component
public class ProblemWriter {

    private final JsonMapper mapper;

    public ProblemWriter(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** Writes the whole answer and sends it off, so that a caller who is still sending can read it and stop. */
    public void write(ServiceException problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        write(ProblemAnswer.of(problem, HttpHeaders.EMPTY, request.getRequestURI()), request, response);
    }

    public void write(ResponseEntity<Object> answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        byte[] body =
                mapper.writer().withAttribute(AddressedTexts.REQUEST, request).writeValueAsBytes(answer.getBody());
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        response.setHeader(SafeHeadersFilter.NOSNIFF, "nosniff");
        response.setHeader(ContentPolicy.HEADER, ContentPolicy.NOTHING);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }
}
