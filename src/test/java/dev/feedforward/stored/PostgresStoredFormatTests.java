package dev.feedforward.stored;

import dev.feedforward.database.TestDatabase;
import dev.feedforward.database.TestPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class PostgresStoredFormatTests extends StoredFormatTests {

    @TempDir
    private Path data;

    @Override
    StoredService start() throws IOException {
        String url = TestPostgres.newDatabase();
        DataSource database = new DriverManagerDataSource(url);
        TestDatabase.migrate(database, "postgresql", MIGRATIONS);
        StoredRows.read(new String(file(StoredRows.FILE), StandardCharsets.UTF_8))
                .putInto(database);
        return StoredService.on("--spring.datasource.url=" + url, "--feedforward.data-dir=" + data);
    }
}
