package dev.feedforward.model.store;

import dev.feedforward.database.TestDatabase;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;

class SqliteModelRepositoryTests extends ModelRepositoryTests {

    @TempDir
    private Path directory;

    @Override
    DataSource database() {
        return TestDatabase.embedded(directory);
    }
}
