package dev.feedforward.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One PostgreSQL for all tests of this JVM, started by the first that asks and stopped when the JVM ends. */
public final class TestPostgres {

    private static final Logger log = LoggerFactory.getLogger(TestPostgres.class);
    private static final String USER = "postgres";
    private static final AtomicInteger databases = new AtomicInteger();

    private TestPostgres() {}

    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The URL of a new, empty database. Skips the test where there is no PostgreSQL for this platform. */
    public static String newDatabase() {
        requirePlatform();
        String name = "test_" + databases.incrementAndGet();
        operator().sql("create database " + name).update();
        return Server.RUNNING.getJdbcUrl(USER, name);
    }

    /** Takes a database away: whoever uses it is thrown out, and nobody gets in. */
    public static void close(String url) {
        String name = name(url);
        operator().sql("alter database " + name + " allow_connections false").update();
        operator()
                .sql("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = :name")
                .param("name", name)
                .query(Integer.class)
                .single();
    }

    /** Gives back a database that was taken away. */
    public static void open(String url) {
        operator()
                .sql("alter database " + name(url) + " allow_connections true")
                .update();
    }

    /** Stops the processes that serve a database where they stand, as a machine does that hangs; or sets them going. */
    public static void signal(String url, String signal) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
        command.addAll(operator()
                .sql("select pid from pg_stat_activity where datname = :name")
                .param("name", name(url))
                .query(String.class)
                .list());
        new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private static JdbcClient operator() {
        return JdbcClient.create(Server.RUNNING.getPostgresDatabase());
    }

    private static String name(String url) {
        return url.substring(url.lastIndexOf('/') + 1, url.indexOf('?'));
    }

    private static void requirePlatform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch");
        if (system.equals("linux") && (processor.equals("amd64") || processor.equals("aarch64"))) {
            return;
        }
        String reason =
                "NOT TESTED ON POSTGRESQL: the build brings none for " + system + " on " + processor + ", see pom.xml";
        if ("true".equals(System.getenv("CI"))) {
            throw new IllegalStateException(reason);
        }
        log.warn(reason);
        Assumptions.abort(reason);
    }
}
