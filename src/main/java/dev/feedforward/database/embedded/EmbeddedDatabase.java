package dev.feedforward.database.embedded;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextRefreshedEvent;

/** SQLite in one file below {@code feedforward.data-dir}, where no {@code spring.datasource.url} says otherwise. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = EmbeddedDatabase.URL)
public class EmbeddedDatabase {

    /** What {@code spring.datasource.url} says where it is not left out. */
    static final String URL = "embedded";

    /**
     * Every commit is on the disk before it is answered ({@code synchronous=FULL}); readers do not wait for the writer
     * ({@code WAL}); a transaction takes the write lock when it begins, so that it cannot fail for it half way. The log
     * is cut to 16 MB once it has been written back ({@code journal_size_limit}).
     */
    private static final String OPTIONS =
            "?journal_mode=WAL&synchronous=FULL&busy_timeout=10000&foreign_keys=true&transaction_mode=IMMEDIATE"
                    + "&journal_size_limit=16777216";

    /** Held until everything that uses it is closed. */
    @Bean
    DataDirectory dataDirectory(@Value("${feedforward.data-dir}") String directory) {
        return DataDirectory.take(Path.of(directory));
    }

    @Bean
    public JdbcConnectionDetails embeddedDatabaseFile(DataDirectory directory) {
        DatabaseFile.check(directory.file(), directory.lastUse());
        ShrinkableFile.make(directory.file());
        return new FileConnection("jdbc:sqlite:" + directory.file() + OPTIONS);
    }

    /** Once the tables are made: a first start that breaks off before is a first start again. */
    @Bean
    ApplicationListener<ContextRefreshedEvent> databaseInUse(DataDirectory directory) {
        return refreshed -> directory.lastUse().begin();
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
