package dev.feedforward.web;

import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Faults of the service itself: logged with everything, answered with nothing but a number to find them by. */
final class Incidents {

    private static final Logger log = LoggerFactory.getLogger(Incidents.class);

    private Incidents() {}

    /** @param call what was asked, such as {@code POST /train} */
    static ServiceException report(String call, Throwable cause) {
        String incident = UUID.randomUUID().toString().substring(0, 8);
        log.error("Incident {} at {}", incident, call, cause);
        return new ServiceException(
                ProblemType.INTERNAL_ERROR, "Incident " + incident + ".", ProblemType.INTERNAL_ERROR.remedy());
    }
}
