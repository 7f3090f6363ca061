package dev.feedforward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.database.TestPostgres;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What callers and probes see while the database is away or busy, and after it has come back. */
@FeedforwardTest
@DirtiesContext
class DatabaseFaultsTests {

    private static String url;

    @Autowired
    private Caller caller;

    @DynamicPropertySource
    static void keepEverythingInPostgres(DynamicPropertyRegistry properties) {
        url = TestPostgres.newDatabase();
        properties.add("spring.datasource.url", () -> url);
        properties.add("spring.datasource.hikari.connection-timeout", () -> 500);
        // So that both are met: connections that break, and new ones that are refused.
        properties.add("spring.datasource.hikari.maximum-pool-size", () -> 2);
    }

    @AfterEach
    void giveBack() {
        TestPostgres.open(url);
    }

    @Test
    void livesOnUnreadyWhileTheDatabaseIsAway() throws Exception {
        assertThat(status("/actuator/health/readiness")).isEqualTo(200);

        TestPostgres.close(url);

        assertThat(status("/actuator/health/liveness")).isEqualTo(200);
        assertThat(status("/actuator/health/readiness")).isEqualTo(503);
        assertUnavailable(caller.get("/jobs"));
        assertUnavailable(caller.get("/jobs/1"));
        assertUnavailable(caller.get("/models"));
        assertUnavailable(caller.get("/predict?bits=0110"));
        assertUnavailable(caller.post("/train?wait=10", "{}"));
        assertUnavailable(caller.delete("/models/course"));

        TestPostgres.open(url);

        assertThat(readyAgain()).isTrue();
        assertThat(caller.post("/train?wait=60", "{}").statusCode()).isEqualTo(200);
    }

    @Test
    void saysThatTheDatabaseIsBusyWhereNoJobCanBeQueued() throws Exception {
        assertThat(caller.post("/train?wait=60", "{}").statusCode()).isEqualTo(200);
        HttpResponse<String> answer;

        try (Connection other = DriverManager.getConnection(url)) {
            other.setAutoCommit(false);
            other.createStatement().execute("lock scheduled_tasks");
            answer = caller.post("/train", "{}");
        }

        assertUnavailable(answer, "The database was busy for too long.");
        assertThat(caller.post("/train?wait=60", "{}").statusCode()).isEqualTo(200);
    }

    private static void assertUnavailable(HttpResponse<String> answer) {
        assertUnavailable(answer, "The database cannot be reached.");
    }

    private static void assertUnavailable(HttpResponse<String> answer, String detail) {
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(Caller.json(answer).get("type").asString()).isEqualTo("/problems/unavailable");
        assertThat(Caller.json(answer).get("detail").asString()).isEqualTo(detail);
    }

    /** Asks until it is, as a probe does; each answer that it is not takes the half second of the pool's timeout. */
    private boolean readyAgain() throws Exception {
        int status = 0;
        for (int i = 0; i < 60 && status != 200; i++) {
            status = status("/actuator/health/readiness");
        }
        return status == 200;
    }

    private int status(String path) throws Exception {
        return caller.get(path).statusCode();
    }
}
