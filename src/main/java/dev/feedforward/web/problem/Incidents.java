package dev.feedforward.web.problem;

import dev.feedforward.error.ProblemType;
import dev.feedforward.error.Repetitions;
import dev.feedforward.error.Repetitions.Occurrence;
import dev.feedforward.error.ServiceException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Faults of the service itself: logged with everything, answered with nothing but a number to find them by. One of a
 * kind is logged a minute, whose number the others share, so that nobody fills the log by asking again; all are
 * counted.
 */
@Component
class Incidents {

    private static final Logger log = LoggerFactory.getLogger(Incidents.class);

    private final Repetitions repetitions;
    private final Counter counter;

    Incidents(MeterRegistry meters, Clock steadyClock) {
        repetitions = new Repetitions(steadyClock);
        counter = Counter.builder("feedforward.incidents")
                .description("Requests that were answered 500")
                .register(meters);
    }

    /** @param call what was asked, such as {@code POST /train} */
    ServiceException report(String call, Throwable cause) {
        counter.increment();
        Occurrence occurrence = repetitions.next(kind(cause));
        if (occurrence.isNew()) {
            log.error(
                    "Incident {} at {}, after {} more of the last one of this kind",
                    occurrence.number(),
                    call,
                    occurrence.repeated(),
                    cause);
        }
        return new ServiceException(
                ProblemType.INTERNAL_ERROR,
                "Incident " + occurrence.number() + ".",
                ProblemType.INTERNAL_ERROR.remedy());
    }

    /** One line for what the database did not do: for each kind of fault one a minute. */
    void warn(String call, ServiceException answered, Throwable cause) {
        Occurrence occurrence = repetitions.next(answered.type() + String.valueOf(answered.getMessage()));
        if (occurrence.isNew()) {
            log.warn(
                    "{} was answered {}, as were {} more before: {}",
                    call,
                    answered.type().status(),
                    occurrence.repeated(),
                    cause.getMessage());
        }
    }

    /** What was thrown, and where. */
    private static String kind(Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        return cause.getClass().getName() + (trace.length == 0 ? "" : trace[0]);
    }
}
