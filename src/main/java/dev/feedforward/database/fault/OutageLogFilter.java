package dev.feedforward.database.fault;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import dev.feedforward.error.Repetitions;
import dev.feedforward.error.Repetitions.Occurrence;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * Keeps stack traces of a database that is away, or busy for too long, out of the log, whoever writes them: the
 * scheduler would at each poll, the health check each time that it is asked. {@link Outage} says in one line that it is
 * away, this now and then that it is busy. Each trace is there at level DEBUG.
 */
@Component
class OutageLogFilter extends TurboFilter implements InitializingBean, DisposableBean {

    private static final org.slf4j.Logger log = LoggerFactory.getLogger(OutageLogFilter.class);

    private final Repetitions repetitions;

    OutageLogFilter(Clock steadyClock) {
        repetitions = new Repetitions(steadyClock);
    }

    @Override
    public void afterPropertiesSet() {
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        if (factory instanceof LoggerContext logback) {
            start();
            logback.addTurboFilter(this);
        }
    }

    @Override
    public void destroy() {
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        if (factory instanceof LoggerContext logback) {
            logback.getTurboFilterList().remove(this);
        }
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] parameters,
            @Nullable Throwable thrown) {
        Throwable told = thrown == null ? last(parameters) : thrown;
        if (told == null || logger.isDebugEnabled() || !level.isGreaterOrEqual(logger.getEffectiveLevel())) {
            return FilterReply.NEUTRAL;
        }
        DatabaseFault fault = DatabaseFault.of(told);
        if (fault == DatabaseFault.BUSY) {
            tellNowAndThen(logger, told);
        }
        return fault == DatabaseFault.AWAY || fault == DatabaseFault.BUSY ? FilterReply.DENY : FilterReply.NEUTRAL;
    }

    private void tellNowAndThen(Logger logger, Throwable busy) {
        Occurrence occurrence = repetitions.next(logger.getName());
        if (occurrence.isNew()) {
            log.warn(
                    "The database was busy for too long, as {} has found, and {} times more before: {}",
                    logger.getName(),
                    occurrence.repeated(),
                    NestedExceptionUtils.getMostSpecificCause(busy).getMessage());
        }
    }

    /** A logger that is given more than two parameters is given what was thrown as the last of them. */
    private static @Nullable Throwable last(Object @Nullable [] parameters) {
        return parameters != null
                        && parameters.length > 0
                        && parameters[parameters.length - 1] instanceof Throwable thrown
                ? thrown
                : null;
    }
}
