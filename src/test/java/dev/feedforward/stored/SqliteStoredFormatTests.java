package dev.feedforward.stored;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoredFormatTests extends StoredFormatTests {

    @TempDir
    private Path data;

    @Override
    StoredService start() throws IOException {
        Files.write(data.resolve(StoredFormatWriter.DATABASE), file(StoredFormatWriter.DATABASE));
        return StoredService.on("--feedforward.data-dir=" + data);
    }
}
