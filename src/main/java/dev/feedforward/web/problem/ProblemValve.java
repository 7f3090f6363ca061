package dev.feedforward.web.problem;

import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.res.StringManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;

/** Answers what Tomcat rejects before a servlet sees it, in place of Tomcat's HTML page. */
class ProblemValve extends ErrorReportValve {

    private static final Logger log = LoggerFactory.getLogger(ProblemValve.class);

    private static final String TOO_LARGE =
            StringManager.getManager("org.apache.coyote.http11").getString("iib.requestheadertoolarge.error");

    private final ProblemWriter writer;

    ProblemValve(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int status = isTooLarge(thrown) ? ProblemType.HEADERS_TOO_LARGE.status() : response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported() || !canSend(response)) {
            return;
        }
        ProblemType type = ProblemType.forStatus(status);
        ServiceException problem = new ServiceException(type, detail(type, response, thrown), type.remedy());
        try {
            writer.write(
                    ProblemAnswer.of(problem, status, HttpHeaders.EMPTY, request.getRequestURI()), request, response);
            response.finishResponse();
        } catch (IOException e) {
            log.debug("The caller of {} left before the answer", request.getRequestURI(), e);
        }
    }

    /** Tomcat answers 400 and throws no type of its own, so that its message is all there is to tell it by. */
    private static boolean isTooLarge(@Nullable Throwable thrown) {
        return thrown != null && TOO_LARGE.equals(thrown.getMessage());
    }

    private static boolean canSend(Response response) {
        AtomicBoolean allowed = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, allowed);
        return allowed.get();
    }

    /** A fault of the service is not described to the caller; one of the request is. */
    private static String detail(ProblemType type, Response response, @Nullable Throwable thrown) {
        String message = thrown == null ? response.getMessage() : thrown.getMessage();
        return type.status() >= 500 || message == null || message.isBlank() ? type.title() + "." : message;
    }
}
