package dev.feedforward.training.queue;

import com.github.kagkarlsson.scheduler.SchedulerName;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/**
 * What this instance of the service is called in db-scheduler's table. An instance that comes back bears the name that
 * it had, so that it knows the jobs that it ran and need not wait until its old self is taken for dead.
 */
@Component
class InstanceName implements SchedulerName {

    private final String name;

    InstanceName(JdbcConnectionDetails database, @Value("${server.port:8080}") int port) {
        if (database.getJdbcUrl().startsWith("jdbc:sqlite:")) {
            // Nobody else may open an embedded database.
            name = "embedded";
        } else {
            name = new SchedulerName.Hostname().getName() + ":" + (port > 0 ? port : UUID.randomUUID());
        }
    }

    @Override
    public String getName() {
        return name;
    }
}
