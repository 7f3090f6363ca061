package dev.feedforward.database;

import dev.feedforward.database.embedded.DataDirectory;
import dev.feedforward.database.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database with the service's tables, without the service. */
public final class TestDatabase {

    private TestDatabase() {}

    /** An embedded one below {@code directory}, as the service makes it. */
    public static DataSource embedded(Path directory) {
        try (DataDirectory made = DataDirectory.take(directory)) {
            return migrated(new EmbeddedDatabase().embeddedDatabaseFile(made).getJdbcUrl(), "sqlite");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An empty one on the tests' PostgreSQL. */
    public static DataSource postgres() {
        return migrated(TestPostgres.newDatabase(), "postgresql");
    }

    /** Whether other instances use a database, as it is told to those who ask. */
    public static DatabaseSharing sharing(boolean shared) {
        return new DatabaseSharing(shared);
    }

    private static DataSource migrated(String url, String vendor) {
        // Without a pool, as each connection of PostgreSQL's is a process.
        DataSource source = new DriverManagerDataSource(url);
        migrate(source, vendor, "latest");
        return source;
    }

    /** Brings a database of {@code vendor}, sqlite or postgresql, to a version of the service's tables. */
    public static void migrate(DataSource source, String vendor, String version) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration/" + vendor)
                .target(version)
                .load()
                .migrate();
    }
}
