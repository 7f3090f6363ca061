package dev.feedforward.retention;

import dev.feedforward.database.TestDatabase;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;

class SqliteRetentionTests extends RetentionTests {

    @TempDir
    private Path directory;

    @Override
    DataSource database() {
        return TestDatabase.embedded(directory);
    }
}
