package dev.feedforward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.database.TestPostgres;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same story, with everything kept in PostgreSQL: naming it is all it takes. */
@DirtiesContext
class PostgresJourneyTests extends CourseJourneyTests {

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void keepEverythingInPostgres(DynamicPropertyRegistry properties) {
        String url = TestPostgres.newDatabase();
        properties.add("spring.datasource.url", () -> url);
        properties.add("spring.datasource.username", () -> "postgres");
    }

    @Test
    void endsSessionsThatStandStillInATransaction() {
        assertThat(jdbc.sql("select current_setting('idle_in_transaction_session_timeout')")
                        .query(String.class)
                        .single())
                .isEqualTo("1min");
    }
}
