package dev.feedforward.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.dao.DataAccessResourceFailureException;

/** Makes database files that can become shorter again, which SQLite must be told before their first table. */
final class ShrinkableFile {

    /** Keeps, page by page, who points to it, so that pages can be moved from the end to where some are free. */
    private static final String SHRINKABLE = "pragma auto_vacuum = incremental";

    private static final int INCREMENTAL = 2;

    private ShrinkableFile() {}

    /** Makes a file where there is none, or an empty one; leaves others as they are. */
    static void make(Path file) {
        if (!isNew(file)) {
            return;
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(SHRINKABLE);
            // Writes the file's first page, in which the setting is.
            statement.execute("pragma journal_mode = wal");
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The database file cannot be made", e);
        }
    }

    /** Makes a file that nobody uses able to, by writing it once more where it is not. */
    static void convert(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet mode = statement.executeQuery("pragma auto_vacuum")) {
            if (mode.next() && mode.getInt(1) == INCREMENTAL) {
                return;
            }
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(SHRINKABLE);
            statement.execute("vacuum");
        }
    }

    private static boolean isNew(Path file) {
        try {
            return Files.notExists(file) || Files.size(file) == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
