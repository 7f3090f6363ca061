package dev.feedforward.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** SQLite in one file below {@code feedforward.data-dir}, where no {@code spring.datasource.url} says otherwise. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "embedded")
class EmbeddedDatabase {

    /**
     * Every commit is on the disk before it is answered ({@code synchronous=FULL}); readers do not wait for the writer
     * ({@code WAL}); a transaction takes the write lock when it begins, so that it cannot fail for it half way.
     */
    private static final String OPTIONS =
            "?journal_mode=WAL&synchronous=FULL&busy_timeout=10000&foreign_keys=true&transaction_mode=IMMEDIATE";

    @Bean
    JdbcConnectionDetails embeddedDatabaseFile(@Value("${feedforward.data-dir}") Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new DataDirectoryException(directory, e);
        }
        if (!Files.isWritable(directory)) {
            throw new DataDirectoryException(directory, null);
        }
        Path file = directory.resolve("feedforward.db").toAbsolutePath();
        return new FileConnection("jdbc:sqlite:" + file + OPTIONS);
    }

    private record FileConnection(String jdbcUrl) implements JdbcConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return jdbcUrl;
        }

        @Override
        public String getUsername() {
            return "";
        }

        @Override
        public String getPassword() {
            return "";
        }
    }
}
