package dev.feedforward.database;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.jdbc.DataSourceBuilder;

/** A database with the service's tables, without the service. */
public final class TestDatabase {

    private TestDatabase() {}

    /** An embedded one below {@code directory}, as the service makes it. */
    public static DataSource embedded(Path directory) {
        String url = new EmbeddedDatabase().embeddedDatabaseFile(directory).getJdbcUrl();
        DataSource source = DataSourceBuilder.create().url(url).build();
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration/sqlite")
                .load()
                .migrate();
        return source;
    }
}
