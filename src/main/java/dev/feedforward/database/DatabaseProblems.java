package dev.feedforward.database;

import dev.feedforward.database.embedded.DataDirectory;
import dev.feedforward.database.fault.DatabaseFault;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells what befell the database as a problem, with what to do about it. */
@Component
public class DatabaseProblems {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final String place;

    DatabaseProblems(ObjectProvider<DataDirectory> directories) {
        DataDirectory directory = directories.getIfAvailable();
        place = directory == null ? "the database server" : directory.path().toString();
    }

    /** The problem that {@code thrown} comes from; empty if it is a fault of the service's. */
    public Optional<ServiceException> tell(Throwable thrown) {
        return Optional.ofNullable(DatabaseFault.of(thrown)).map(this::problem);
    }

    private ServiceException problem(DatabaseFault fault) {
        return switch (fault) {
            case FULL ->
                new ServiceException(
                        ProblemType.STORAGE_FULL,
                        "No room is left on the disk of " + place + ".",
                        "Free room on the disk of " + place + ". Jobs wait meanwhile and go on by themselves.");
            case AWAY ->
                unavailable(
                        "The database cannot be reached.",
                        "Try again in a moment. If it stays so, see whether " + place
                                + " runs and lets the service in.",
                        SOON);
            case BUSY -> unavailable("The database was busy for too long.", "Try again in a moment.", SOON);
            case READ_ONLY ->
                unavailable(
                        "The database is read-only.",
                        "Make " + place + " writable for the service, then try again.",
                        null);
            case UNREADABLE ->
                unavailable(
                        "The database's disk could not be read or written.",
                        "See whether the disk of " + place + " is there, sound and not full, then try again.",
                        null);
            case DAMAGED ->
                new ServiceException(
                        ProblemType.DAMAGED,
                        "The database is damaged: it can no longer be read where this is stored.",
                        "Stop the service and put a backup in the place of what is in " + place
                                + "; java -jar feedforward.jar --feedforward.verify says what can still be read.");
        };
    }

    private static ServiceException unavailable(String detail, String action, @Nullable Duration retryAfter) {
        return new ServiceException(ProblemType.UNAVAILABLE, detail, action, retryAfter);
    }
}
