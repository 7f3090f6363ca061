package dev.feedforward.database;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Keeps stack traces of a database that is away out of the log, whoever writes them: the scheduler would at each poll,
 * the health check each time that it is asked. {@link Outage} says it in one line. Each is there at level DEBUG.
 */
@Component
class OutageLogFilter extends TurboFilter implements InitializingBean, DisposableBean {

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
        return told != null && !logger.isDebugEnabled() && DatabaseFault.of(told) == DatabaseFault.AWAY
                ? FilterReply.DENY
                : FilterReply.NEUTRAL;
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
