package dev.feedforward.database.embedded;

import dev.feedforward.database.fault.DatabaseFault;
import dev.feedforward.database.fault.UnusableDatabaseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.springframework.core.env.Environment;

/** The file of an SQLite database, before the service uses it or beside one that does. */
public final class DatabaseFile {

    /**
     * Only reads, so that closing it does not write a log (-wal) back into the file: of another file's log that would
     * destroy it.
     */
    private static final String READ_ONLY = "?open_mode=1&busy_timeout=10000";

    /** Writes, and makes no file where there is none; what is written may be lost with the power, but not spoil it. */
    private static final String WRITABLE = "?open_mode=2&busy_timeout=10000&synchronous=NORMAL";

    private DatabaseFile() {}

    /** The file that a service of these settings uses; empty where it keeps everything in another database. */
    public static Optional<Path> of(Environment environment) {
        return environment
                        .getProperty("spring.datasource.url", EmbeddedDatabase.URL)
                        .equals(EmbeddedDatabase.URL)
                ? Optional.of(DataDirectory.file(Path.of(environment.getRequiredProperty("feedforward.data-dir"))))
                : Optional.empty();
    }

    /**
     * Does nothing where there is one.
     *
     * @param purpose what it is needed for, as in "no database to verify"
     * @throws UnusableDatabaseException if there is none
     */
    public static void require(Path file, String purpose) {
        if (Files.notExists(file)) {
            throw new UnusableDatabaseException(
                    "There is no database %s to %s.".formatted(file, purpose),
                    "Name the directory that the service runs with: --feedforward.data-dir=…",
                    null);
        }
    }

    /** A connection that changes nothing in the file. */
    static Connection connect(Path file) throws SQLException {
        return DriverManager.getConnection(readingUrl(file));
    }

    /** Of connections that change nothing in the file. */
    public static String readingUrl(Path file) {
        return "jdbc:sqlite:" + file + READ_ONLY;
    }

    /** Of connections beside those of a service, which may write. */
    public static String writingUrl(Path file) {
        return "jdbc:sqlite:" + file + WRITABLE;
    }

    /**
     * Checks the file that a service is to use, the whole of it unless it is as a service left it that was closed: what
     * is stored in it has sums of its own.
     *
     * @throws UnusableDatabaseException if it is damaged, no database, or gone
     */
    static void check(Path file, LastUse lastUse) {
        if (isNew(file)) {
            if (lastUse.hadDatabase()) {
                throw gone(file);
            }
            return;
        }
        if (!lastUse.wasClosed()) {
            check(file);
        }
        // Before anything is written, as whatever breaks off from now on is to be found.
        lastUse.begin();
    }

    /**
     * Reads the whole file, which takes some seconds a gigabyte, and changes nothing in it. A file that is missing or
     * empty is a database to be.
     *
     * @throws UnusableDatabaseException if it is damaged or no database
     */
    static void check(Path file) {
        if (isNew(file)) {
            return;
        }
        try (Connection connection = connect(file);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("pragma quick_check(1)")) {
            found.next();
            if (!found.getString(1).equals("ok")) {
                throw damaged(file, new SQLException(found.getString(1)));
            }
        } catch (SQLException e) {
            throw DatabaseFault.of(e) == DatabaseFault.DAMAGED ? damaged(file, e) : unreadable(file, e);
        }
    }

    private static boolean isNew(Path file) {
        try {
            return Files.notExists(file) || Files.size(file) == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UnusableDatabaseException gone(Path file) {
        return new UnusableDatabaseException(
                "The database file %s is %s, but there was a database."
                        .formatted(file, Files.exists(file) ? "empty" : "gone"),
                "Put it back, or a backup in its place. To begin anew without it, delete %s as well."
                        .formatted(file.resolveSibling(DataDirectory.LOCK)),
                null);
    }

    private static UnusableDatabaseException damaged(Path file, SQLException cause) {
        return new UnusableDatabaseException(
                "The database file %s is damaged, or is no database: %s. It was left as it is."
                        .formatted(file, oneLine(cause)),
                restoring(file),
                cause);
    }

    /** What to do where a file is damaged; whole sentences. */
    public static String restoring(Path file) {
        return "Put a backup in its place: move %1$s away, together with %1$s-wal and %1$s-shm where they are there, copy the backup to %1$s and start again. Without a backup, start on an empty directory with --feedforward.data-dir=…"
                .formatted(file);
    }

    private static UnusableDatabaseException unreadable(Path file, SQLException cause) {
        return new UnusableDatabaseException(
                "The database file %s cannot be read: %s.".formatted(file, oneLine(cause)),
                "Make it, and its directory, readable and writable for the user that runs the service.",
                cause);
    }

    private static String oneLine(SQLException cause) {
        return String.valueOf(cause.getMessage()).replace('\n', ' ');
    }
}
