package dev.feedforward.web.connection;

import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import dev.feedforward.web.header.ContentPolicy;
import dev.feedforward.web.problem.ProblemAnswer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.json.JsonMapper;

/** What is answered to requests that came too late to reach Spring. */
final class LateAnswers {

    static final int STATUS = ProblemType.REQUEST_TIMEOUT.status();

    private final JsonMapper mapper;
    private final byte[] toHeaders;

    LateAnswers(JsonMapper mapper) {
        this.mapper = mapper;
        byte[] body = body("The headers did not arrive in time.", null);
        String head = "HTTP/1.1 " + STATUS + " \r\nContent-Type: application/problem+json\r\n"
                + "X-Content-Type-Options: nosniff\r\n" + ContentPolicy.HEADER + ": " + ContentPolicy.NOTHING
                + "\r\nContent-Length: " + body.length + "\r\nConnection: close\r\n\r\n";
        toHeaders = (head + new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }

    /** The whole answer to headers that are late, as it is sent. */
    byte[] toHeaders() {
        return toHeaders.clone();
    }

    /** The problem as JSON, in UTF-8. */
    byte[] body(String detail, @Nullable String path) {
        ServiceException problem =
                new ServiceException(ProblemType.REQUEST_TIMEOUT, detail, ProblemType.REQUEST_TIMEOUT.remedy());
        Object answer = ProblemAnswer.of(problem, HttpHeaders.EMPTY, path).getBody();
        return mapper.writeValueAsBytes(Objects.requireNonNull(answer));
    }
}
