package dev.feedforward.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The data directory can neither be made nor written to. */
class DataDirectoryException extends RuntimeException {

    private final Path directory;

    DataDirectoryException(Path directory, @Nullable Throwable cause) {
        super("The data directory " + directory.toAbsolutePath() + " cannot be written to", cause);
        this.directory = directory;
    }

    Path directory() {
        return directory;
    }
}
