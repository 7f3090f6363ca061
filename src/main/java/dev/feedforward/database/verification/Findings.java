package dev.feedforward.database.verification;

import dev.feedforward.database.fault.DamagedException;
import dev.feedforward.error.Addressed;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is damaged. Each is told to the log as soon as it is found, and once, with what to do about it. */
final class Findings {

    private static final Logger log = LoggerFactory.getLogger(Findings.class);

    private final String service;
    private final Set<String> told = new HashSet<>();

    /** @param service the address at which the service answers, for the lines to type */
    Findings(String service) {
        this.service = service;
    }

    void add(DamagedException found) {
        add(String.valueOf(found.getMessage()), found.action());
    }

    void add(String what, String action) {
        if (told.add(what)) {
            log.error("{} {}", what, action.replace(Addressed.SERVICE, service));
        }
    }

    int count() {
        return told.size();
    }
}
