package dev.feedforward;

import dev.feedforward.database.embedded.Backup;
import dev.feedforward.database.verification.Verification;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the service, or makes a backup of what it keeps, or verifies it. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class FeedforwardApplication {

    public static void main(String[] args) {
        if (Backup.isAskedFor(args)) {
            Backup.make(args);
        } else if (Verification.isAskedFor(args)) {
            System.exit(Verification.verify(args));
        } else {
            SpringApplication.run(FeedforwardApplication.class, args);
        }
    }
}
