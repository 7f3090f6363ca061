package dev.feedforward.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class FallbackErrorControllerTests {

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/error");

    private final Incidents incidents = new Incidents(new SimpleMeterRegistry(), Clock.systemUTC());

    @BeforeEach
    void forwardFromFailedCall() {
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/train");
        request.setAttribute(RequestDispatcher.ERROR_METHOD, "POST");
    }

    @Test
    void tellsServiceExceptionThatFilterThrew() {
        Exception thrown = new ServiceException(ProblemType.BODY_TOO_LARGE, "9 bytes.", "Send less.");
        assertThat(answer(500, new ServletException(thrown))).isEqualTo("413 /problems/body-too-large 9 bytes.");
    }

    @Test
    void tellsNothingOfOtherExceptionsButAnIncident() {
        assertThat(answer(500, new IllegalStateException("secret")))
                .matches("500 /problems/internal-error Incident [0-9a-f]{8}\\.");
    }

    @Test
    void tellsWhatTomcatFoundWrongWithTheRequest() {
        assertThat(answer(400, new IllegalArgumentException("Bad chunk")))
                .isEqualTo("400 /problems/bad-request Bad chunk");
    }

    @Test
    void keepsStatusThatHasNoProblemOfItsOwn() {
        assertThat(answer(418, null)).isEqualTo("418 /problems/bad-request This is not a proper HTTP request.");
    }

    private String answer(int status, Throwable thrown) {
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, thrown);
        ResponseEntity<Object> answer =
                new FallbackErrorController(incidents).answer(request, new MockHttpServletResponse());
        ProblemAnswer problem = (ProblemAnswer) answer.getBody();
        assertThat(problem.instance()).isEqualTo("/train");
        assertThat(answer.getStatusCode().value()).isEqualTo(problem.status());
        return problem.status() + " " + problem.type() + " " + problem.detail();
    }
}
