package dev.feedforward.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Jobs of before that have not ended still keep the models that they go on from. */
class JobStartMigrationTests {

    @Test
    void findsTheModelsInTheEmbeddedDatabase(@TempDir Path directory) {
        check("jdbc:sqlite:" + directory.resolve("old.db"), "sqlite");
    }

    @Test
    void findsTheModelsInPostgres() {
        check(TestPostgres.newDatabase(), "postgresql");
    }

    private static void check(String url, String vendor) {
        DataSource source = new DriverManagerDataSource(url);
        TestDatabase.migrate(source, vendor, "8");
        JdbcClient jdbc = JdbcClient.create(source);
        insert(jdbc, 1, "{\"name\":\"next\",\"from\":{\"name\":\"xor\",\"version\":12},\"said\":null}");
        insert(jdbc, 2, "{\"name\":\"anew\",\"from\":null}");
        insert(jdbc, 3, "{\"name\":\"dama\u0001ged\",\"from");
        insert(jdbc, 4, "{\"classes\":[\"\\\"from\\\":{\\\"name\\\":\\\"no\\\",\\\"version\\\":1}\"],\"from\":null}");

        TestDatabase.migrate(source, vendor, "latest");

        List<Map<String, Object>> found = jdbc.sql(
                        "select id, from_model, from_version from job where from_model is not null")
                .query()
                .listOfRows();
        assertThat(found.stream()
                        .map(row -> row.values().stream().map(String::valueOf).collect(Collectors.joining(" "))))
                .containsExactly("1 xor 12");
    }

    private static void insert(JdbcClient jdbc, long id, String request) {
        jdbc.sql("""
                        insert into job (status, model_name, created_at, iterations,
                            epoch_iterations, client, turn, body_digest, request)
                        values ('paused', 'm', 0, 1, 1, '', 0, '', :request)
                        """).param("request", request).update();
        assertThat(jdbc.sql("select max(id) from job").query(Long.class).single())
                .isEqualTo(id);
    }
}
