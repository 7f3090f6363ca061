package dev.feedforward;

import dev.feedforward.database.Backup;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the service, or makes a backup of what it keeps. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class FeedforwardApplication {

    public static void main(String[] args) {
        if (Backup.isAskedFor(args)) {
            Backup.make(args);
        } else {
            SpringApplication.run(FeedforwardApplication.class, args);
        }
    }
}
