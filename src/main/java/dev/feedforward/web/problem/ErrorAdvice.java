package dev.feedforward.web.problem;

import dev.feedforward.database.DatabaseProblems;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.net.SocketTimeoutException;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedRuntimeException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/** Answers whatever a controller, or Spring MVC before it, throws. */
@Hidden
@RestControllerAdvice
class ErrorAdvice extends ResponseEntityExceptionHandler {

    private final DatabaseProblems databaseProblems;
    private final Incidents incidents;

    ErrorAdvice(DatabaseProblems databaseProblems, Incidents incidents) {
        this.databaseProblems = databaseProblems;
        this.incidents = incidents;
    }

    @ExceptionHandler
    ResponseEntity<Object> answer(ServiceException problem, HttpServletRequest request) {
        if (problem.type() == ProblemType.DAMAGED) {
            // No fault of who asks: who runs the service is to know it without being asked.
            incidents.warn(call(request), problem, problem);
        }
        return ProblemAnswer.of(problem, HttpHeaders.EMPTY, request.getRequestURI());
    }

    /** What Tomcat finds wrong only when it decodes the parameters or the body's chunks. */
    @ExceptionHandler({BadRequestException.class, InvalidParameterException.class})
    ResponseEntity<Object> answerBadRequest(Exception problem, HttpServletRequest request) {
        String message = problem.getMessage();
        return answer(
                new ServiceException(
                        ProblemType.BAD_REQUEST,
                        message == null ? ProblemType.BAD_REQUEST.title() : message,
                        ProblemType.BAD_REQUEST.remedy()),
                request);
    }

    @ExceptionHandler
    ResponseEntity<Object> answerTimeout(SocketTimeoutException problem, HttpServletRequest request) {
        return answer(
                new ServiceException(
                        ProblemType.REQUEST_TIMEOUT,
                        "The body stopped arriving.",
                        ProblemType.REQUEST_TIMEOUT.remedy()),
                request);
    }

    /** What the database did not do: its disk is full, or it is away, for example. */
    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<Object> answerDatabase(NestedRuntimeException problem, HttpServletRequest request) {
        ServiceException told = databaseProblems.tell(problem).orElse(null);
        if (told == null) {
            return answer(incidents.report(call(request), problem), request);
        }
        incidents.warn(call(request), told, problem);
        return ProblemAnswer.of(told, HttpHeaders.EMPTY, request.getRequestURI());
    }

    @ExceptionHandler(Exception.class)
    @Nullable
    ResponseEntity<Object> answerAnything(Exception problem, HttpServletRequest request) {
        if (DisconnectedClientHelper.isClientDisconnectedException(problem)) {
            return null;
        }
        return answer(incidents.report(call(request), problem), request);
    }

    private static String call(HttpServletRequest request) {
        return request.getMethod() + " " + request.getRequestURI();
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception problem,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest webRequest) {
        HttpServletRequest request = ((ServletWebRequest) webRequest).getRequest();
        if (status.value() == 500) {
            return answerAnything(problem, request);
        }
        ServiceException told = SpringProblems.tell(problem, status.value(), request);
        // A general kind of problem stands for statuses without a kind of their own, which are then answered as they
        // are.
        boolean general = told.type() == ProblemType.forStatus(status.value());
        return ProblemAnswer.of(
                told, general ? status.value() : told.type().status(), headers, request.getRequestURI());
    }
}
