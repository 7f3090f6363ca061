package dev.feedforward.web.problem;

import static dev.feedforward.computing.Computing.When.NEVER;

import dev.feedforward.computing.Computing;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what went wrong outside Spring MVC, to which Tomcat forwards here. */
@Hidden
@RestController
public class FallbackErrorController implements ErrorController {

    private final Incidents incidents;

    FallbackErrorController(Incidents incidents) {
        this.incidents = incidents;
    }

    @Computing(NEVER)
    @RequestMapping("/error")
    ResponseEntity<Object> answer(HttpServletRequest request, HttpServletResponse response) {
        Integer status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (status == null) {
            return ProblemAnswer.of(
                    SpringProblems.nothingAt(request.getRequestURI()), HttpHeaders.EMPTY, request.getRequestURI());
        }
        String path = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (status == ProblemType.METHOD_NOT_ALLOWED.status()) {
            Set<String> allowed = SpringProblems.methods(path, request);
            // In place of Tomcat's, which lists what its servlet takes at any path.
            response.setHeader(HttpHeaders.ALLOW, String.join(", ", allowed));
            String method = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_METHOD));
            return ProblemAnswer.of(SpringProblems.wrongMethod(path, method, allowed), HttpHeaders.EMPTY, path);
        }
        Throwable thrown = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        Throwable cause = thrown == null ? null : NestedExceptionUtils.getMostSpecificCause(thrown);
        if (cause instanceof ServiceException told) {
            return ProblemAnswer.of(told, HttpHeaders.EMPTY, path);
        }
        if (thrown != null && status >= 500) {
            String call = request.getAttribute(RequestDispatcher.ERROR_METHOD) + " " + path;
            return ProblemAnswer.of(incidents.report(call, thrown), HttpHeaders.EMPTY, path);
        }
        ProblemType type = ProblemType.forStatus(status);
        Object message = cause == null ? request.getAttribute(RequestDispatcher.ERROR_MESSAGE) : cause.getMessage();
        String detail = message == null || message.toString().isBlank() ? type.title() + "." : message.toString();
        return ProblemAnswer.of(new ServiceException(type, detail, type.remedy()), status, HttpHeaders.EMPTY, path);
    }
}
