package dev.feedforward.memory;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Whether the process ends when it runs out of memory all the same, to be started again, rather than stay as a shell.
 */
@Component
class OutOfMemoryCheck {

    private static final Logger log = LoggerFactory.getLogger(OutOfMemoryCheck.class);

    @EventListener(ApplicationReadyEvent.class)
    void check() {
        HotSpotDiagnosticMXBean settings = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        if (settings != null
                && !Boolean.parseBoolean(
                        settings.getVMOption("ExitOnOutOfMemoryError").getValue())) {
            log.warn("Where the memory runs out, the process goes on without what failed: start it with java"
                    + " -XX:+ExitOnOutOfMemoryError, and have it started again when it ends");
        }
    }
}
