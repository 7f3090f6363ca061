package dev.feedforward.dataset.store;

import dev.feedforward.database.TestDatabase;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;

class SqliteDatasetRepositoryTests extends DatasetRepositoryTests {

    @TempDir
    private Path directory;

    @Override
    DataSource database() {
        return TestDatabase.embedded(directory);
    }
}
