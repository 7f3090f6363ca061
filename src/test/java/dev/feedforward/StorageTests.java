package dev.feedforward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What is stored, what is too much for it, and who tells. */
@FeedforwardTest
@TestPropertySource(properties = {"feedforward.limits.datasets-in-all=100KB", "feedforward.limits.dataset-count=2"})
class StorageTests {

    private static final String ROWS = "x,y\n1,2\n3,4\n";

    @Autowired
    private Caller caller;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void refusesAFileThatIsTooLargeForTheRoomThatIsLeftWithoutReadingIt() throws Exception {
        HttpResponse<String> refused = put("large", "0.123456789,0.987654321\n".repeat(10_000));

        assertFull(refused, "this upload would take up to 240000 more; at most 102400 are kept");
        assertThat(stored()).isFalse();
    }

    @Test
    void keepsNothingOfAFileThatTurnsOutTooLarge() throws Exception {
        byte[] rows = "0.123456789,0.987654321\n".repeat(10_000).getBytes(StandardCharsets.UTF_8);

        HttpResponse<String> refused = caller.send(
                caller.to("/datasets/large").PUT(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(rows))));

        assertFull(refused, "at most 102400 are kept");
        assertThat(stored()).isFalse();
    }

    @Test
    void refusesAFileToTrainOnAlike() throws Exception {
        byte[] rows = "0.123456789,0.987654321\n".repeat(10_000).getBytes(StandardCharsets.UTF_8);

        HttpResponse<String> refused = caller.send(
                caller.to("/train").header("Content-Type", "text/csv").POST(BodyPublishers.ofByteArray(rows)));

        assertFull(refused, "this upload would take up to 240000 more; at most 102400 are kept");
        assertThat(stored()).isFalse();
    }

    @Test
    void refusesOneDataSetMoreThanThereMayBeButReplacesOne() throws Exception {
        assertThat(put("one", ROWS).statusCode()).isEqualTo(201);
        assertThat(put("two", ROWS).statusCode()).isEqualTo(201);

        assertFull(put("three", ROWS), "There are 2 data sets; at most 2 are kept");
        assertThat(put("two", ROWS).statusCode()).isEqualTo(200);

        assertThat(caller.delete("/datasets/one").statusCode()).isEqualTo(204);
        assertThat(put("three", ROWS).statusCode()).isEqualTo(201);
        caller.delete("/datasets/two");
        caller.delete("/datasets/three");
    }

    @Test
    void tellsWhatIsStoredAsMetricsAndInWords() throws Exception {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonNode storage = Caller.json(caller.get("/actuator/info")).path("storage");
            assertThat(storage.path("databaseBytes").asLong()).isGreaterThan(10_000);
            assertThat(storage.path("freeBytes").asLong()).isPositive();
        });

        assertThat(caller.get("/actuator/prometheus").body())
                .contains(
                        "feedforward_storage_database_bytes",
                        "feedforward_storage_free_bytes",
                        "feedforward_storage_kind_bytes{kind=\"datasets\"",
                        "feedforward_storage_kind_bytes{kind=\"checkpoints\"",
                        "feedforward_retention_deleted_total{kind=\"jobs\"");
        assertThat(caller.get("/actuator/metrics/feedforward.storage.database").statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<String> put(String name, String rows) throws Exception {
        return caller.send(caller.to("/datasets/" + name).PUT(BodyPublishers.ofString(rows)));
    }

    private static void assertFull(HttpResponse<String> refused, String detail) throws Exception {
        assertThat(refused.statusCode()).describedAs(refused.body()).isEqualTo(507);
        assertThat(Caller.json(refused).get("detail").asString()).contains(detail);
        assertThat(Caller.json(refused).get("action").asString()).contains("curl -X DELETE", "feedforward.limits");
    }

    private boolean stored() {
        return jdbc.sql("select count(*) from dataset where name not in ('one', 'two', 'three')")
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
