package dev.feedforward;

import dev.feedforward.database.TestPostgres;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same story, with everything kept in PostgreSQL: naming it is all it takes. */
@DirtiesContext
class PostgresJourneyTests extends CourseJourneyTests {

    @DynamicPropertySource
    static void keepEverythingInPostgres(DynamicPropertyRegistry properties) {
        String url = TestPostgres.newDatabase();
        properties.add("spring.datasource.url", () -> url);
        properties.add("spring.datasource.username", () -> "postgres");
    }
}
