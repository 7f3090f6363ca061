package dev.feedforward.database.verification;

import dev.feedforward.database.StoredJson;
import dev.feedforward.database.embedded.DatabaseFile;
import dev.feedforward.database.fault.DatabaseFault;
import dev.feedforward.database.fault.UnusableDatabaseException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.Banner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Reads everything that is stored, says what is damaged, and adds the sums that are missing; nothing else is changed.
 * Done in the service's stead where {@code --feedforward.verify} is an argument, while a service runs on the database
 * or none does.
 */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class
})
@ComponentScan(
        basePackages = "dev.feedforward",
        useDefaultFilters = false,
        includeFilters =
                @Filter(
                        type = FilterType.ASSIGNABLE_TYPE,
                        classes = {Verifiable.class, StoredJson.class}))
public final class Verification implements ApplicationRunner, ExitCodeGenerator {

    /** Another code than that of a verification that could not be carried out, which is 1. */
    static final int DAMAGED = 2;

    private static final String OPTION = "--feedforward.verify";

    /** One connection is all it takes, and a PostgreSQL that stands still is given up after a minute, in seconds. */
    private static final Map<String, Object> DEFAULTS = Map.of(
            "spring.datasource.hikari.maximum-pool-size",
            1,
            "spring.datasource.hikari.data-source-properties.socketTimeout",
            60);

    private static final Logger log = LoggerFactory.getLogger(Verification.class);

    private final Environment environment;
    private final JdbcTemplate jdbc;
    private final List<StoredTable> tables;
    private final Findings findings;

    Verification(Environment environment, JdbcTemplate jdbc, List<Verifiable> repositories) {
        this.environment = environment;
        this.jdbc = jdbc;
        tables = repositories.stream()
                .flatMap(repository -> repository.tables().stream())
                .toList();
        findings = new Findings("http://localhost:" + environment.getProperty("server.port", "8080"));
    }

    /** Whether a verification is asked for, not the service. */
    public static boolean isAskedFor(String... arguments) {
        return Arrays.stream(arguments).anyMatch(argument -> argument.startsWith(OPTION));
    }

    /**
     * Verifies the database of a service with these arguments; whatever keeps it from being verified is told as a
     * failed start is.
     *
     * @return the code for the process to exit with: 0 where all is as it was stored, {@value #DAMAGED} otherwise
     */
    public static int verify(String... arguments) {
        return SpringApplication.exit(new SpringApplicationBuilder(Verification.class)
                .properties(DEFAULTS)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run(arguments));
    }

    /** Only reads, be it beside a service or of a file that nobody has. */
    @Bean
    @ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "embedded")
    static DataSource embeddedDatabase(Environment environment) {
        return new SingleConnectionDataSource(
                DatabaseFile.readingUrl(DatabaseFile.of(environment).orElseThrow()), true);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Optional<Path> file = DatabaseFile.of(environment);
        if (file.isPresent()) {
            verify(file.get());
        } else {
            verifyTables(jdbc, jdbc);
        }
    }

    @Override
    public int getExitCode() {
        return findings.count() == 0 ? 0 : DAMAGED;
    }

    private void verify(Path file) {
        DatabaseFile.require(file, "verify");
        if (!canBeRead(file)) {
            return;
        }
        SingleConnectionDataSource beside = new SingleConnectionDataSource(DatabaseFile.writingUrl(file), true);
        try {
            // Into a file that is damaged nothing is written.
            verifyTables(jdbc, findings.count() == 0 ? new JdbcTemplate(beside) : null);
        } finally {
            beside.destroy();
        }
    }

    /** By SQLite's own check of how its file is built; false where it cannot even be opened. */
    private boolean canBeRead(Path file) {
        try {
            List<String> faults = jdbc.queryForList("pragma integrity_check", String.class);
            if (!faults.equals(List.of("ok"))) {
                damaged(file, String.join("; ", faults));
            }
            return true;
        } catch (DataAccessException e) {
            if (DatabaseFault.of(e) != DatabaseFault.DAMAGED) {
                throw e;
            }
            damaged(file, String.valueOf(e.getMostSpecificCause().getMessage()));
            return false;
        }
    }

    private void damaged(Path file, String faults) {
        findings.add(
                "The database file %s is damaged: %s.".formatted(file, faults.replace('\n', ' ')),
                DatabaseFile.restoring(file));
    }

    private void verifyTables(JdbcOperations reading, @Nullable JdbcOperations writing) {
        TableVerifier verifier = new TableVerifier(reading, writing, findings);
        if (!tables.stream().allMatch(verifier::hasSums)) {
            throw new UnusableDatabaseException(
                    "The database has no tables of the service, or those of an earlier version, which stored nothing to"
                            + " verify it by.",
                    "If it is the one that is meant, start the service once, which brings it to this version, and verify"
                            + " it then.",
                    null);
        }
        tables.forEach(verifier::verify);
        if (verifier.added() > 0) {
            log.info("{} values that had no checksum have one now", verifier.added());
        }
        if (findings.count() == 0) {
            log.info("All is as it was stored, {} rows", verifier.rows());
        } else {
            log.error(
                    "{} damaged in {} rows; {}",
                    findings.count(),
                    verifier.rows(),
                    verifier.isComplete() ? "all else is as it was stored" : "not everything could be read");
        }
    }
}
