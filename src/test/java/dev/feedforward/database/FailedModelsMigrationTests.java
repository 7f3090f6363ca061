package dev.feedforward.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Models of before are taken by default unless their jobs failed, or would fail by now. */
class FailedModelsMigrationTests {

    @Test
    void marksThemInTheEmbeddedDatabase(@TempDir Path directory) {
        check("jdbc:sqlite:" + directory.resolve("old.db"), "sqlite");
    }

    @Test
    void marksThemInPostgres() {
        check(TestPostgres.newDatabase(), "postgresql");
    }

    private static void check(String url, String vendor) {
        DataSource source = new DriverManagerDataSource(url);
        TestDatabase.migrate(source, vendor, "5");
        JdbcClient jdbc = JdbcClient.create(source);
        jdbc.sql("insert into model_name (name, last_version) values ('xor', 4)")
                .update();
        insert(jdbc, 1, "succeeded", "{\"stoppedBecause\":\"iterations\"}");
        insert(jdbc, 2, "failed", "{\"stoppedBecause\":\"iterations\"}");
        insert(jdbc, 3, "succeeded", "{\"stoppedBecause\":\"diverged\"}");
        insert(jdbc, 4, null, null);

        TestDatabase.migrate(source, vendor, "latest");

        assertThat(jdbc.sql("select version from model where failed order by version")
                        .query(Integer.class)
                        .list())
                .containsExactly(2, 3);
    }

    /** A model and the job that trained it; status null where that is deleted. */
    private static void insert(JdbcClient jdbc, int version, String status, String outcome) {
        jdbc.sql("""
                        insert into model (name, version, created_at, definition, weights, seen_rows)
                        values ('xor', :version, 0, '{}', :none, :none)
                        """).param("version", version).param("none", new byte[0]).update();
        if (status != null) {
            jdbc.sql("""
                            insert into job (status, model_name, model_version, created_at, iterations,
                                epoch_iterations, client, turn, body_digest, outcome, request)
                            values (:status, 'xor', :version, 0, 1, 1, '', 0, '', :outcome, '{}')
                            """)
                    .param("status", status)
                    .param("version", version)
                    .param("outcome", outcome)
                    .update();
        }
    }
}
