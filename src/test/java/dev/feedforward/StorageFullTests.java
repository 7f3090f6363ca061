package dev.feedforward;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A full disk, played by SQLite's bound on the size of its file, which is each connection's own. */
@FeedforwardTest
@TestPropertySource(properties = "spring.datasource.hikari.maximum-pool-size=1")
class StorageFullTests {

    /** A body that takes some pages of the database. */
    private static final String LARGE =
            "{\"inputs\": [%s[0, 1]], \"answers\": [%s1]}".formatted("[1, 0.5], ".repeat(5_000), "0, ".repeat(5_000));

    @Autowired
    private Caller caller;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void saysThatRoomIsNeededAndGoesOnWhenThereIs() throws Exception {
        int pages = bound(1);

        HttpResponse<String> refused = caller.post("/train", LARGE);

        assertThat(refused.statusCode()).describedAs(refused.body()).isEqualTo(507);
        assertThat(Caller.json(refused).get("type").asString()).isEqualTo("/problems/storage-full");
        assertThat(Caller.json(refused).get("action").asString()).contains("Free room", "test-data");
        assertThat(refused.body()).doesNotContain("Exception").doesNotContain("SQL");
        assertThat(caller.get("/jobs").statusCode()).isEqualTo(200);

        bound(pages + 10_000);
        assertThat(caller.post("/train?wait=60", "{}").statusCode()).isEqualTo(200);
    }

    @Test
    void keepsNothingOfAnUploadThatFindsNoRoom() throws Exception {
        int pages = bound(1);
        String rows = "0.123456789,0.987654321\n".repeat(100_000);

        HttpResponse<String> refused = caller.send(caller.to("/datasets/large").PUT(BodyPublishers.ofString(rows)));

        bound(pages + 10_000);
        assertThat(refused.statusCode()).describedAs(refused.body()).isEqualTo(507);
        assertThat(jdbc.sql("select (select count(*) from dataset) + (select count(*) from dataset_chunk)")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** Sets the bound, which never is below the present size; answers what it is. */
    private int bound(int pages) {
        return jdbc.sql("pragma max_page_count = " + pages).query(Integer.class).single();
    }
}
