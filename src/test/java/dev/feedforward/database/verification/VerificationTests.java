package dev.feedforward.database.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.FeedforwardApplication;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Verification of all that a service stores, on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
abstract class VerificationTests {

    private static final String ROWS = "a,b,y\n" + "0.1,0.2,u\n0.9,0.8,v\n0.2,0.1,u\n0.8,0.7,v\n".repeat(10);

    private final HttpClient client = HttpClient.newHttpClient();

    private JdbcTemplate jdbc;

    /** The settings of the service that name the database. */
    abstract List<String> database();

    /** Where the tests look at it. */
    abstract String url();

    @BeforeAll
    void store() throws Exception {
        try (ConfigurableApplicationContext service = start()) {
            String address = "http://localhost:" + service.getEnvironment().getProperty("local.server.port");
            send(request(address + "/datasets/d?answers=y&test=0.2")
                    .header("Content-Type", "text/csv")
                    .PUT(BodyPublishers.ofString(ROWS)));
            train(
                    address,
                    "{\"name\":\"m\",\"dataset\":\"d\",\"preset\":\"classifier\",\"training\":{\"epochs\":5}}",
                    "\"status\":\"succeeded\"");
            train(address, "{\"name\":\"paused\",\"training\":{\"iterations\":200000000}}", "\"status\":\"running\"");
            send(request(address + "/jobs/2/pause").POST(BodyPublishers.noBody()));
        }
        jdbc = new JdbcTemplate(new DriverManagerDataSource(url()));
        assertThat(values()).hasSizeGreaterThanOrEqualTo(11);
    }

    @Test
    void findsAllAsItWasStoredWhileAServiceRuns(CapturedOutput output) {
        try (ConfigurableApplicationContext service = start()) {
            assertThat(service.isRunning()).isTrue();
            assertThat(verify()).isZero();
        }
        assertThat(output).contains("All is as it was stored").doesNotContain("have one now");
    }

    @Test
    void addsTheSumsThatAreMissingAndChangesNothingElse(CapturedOutput output) {
        Map<String, List<String>> before = contents();
        int removed = values().stream().mapToInt(Value::forget).sum();
        assertThat(contents()).isNotEqualTo(before);

        assertThat(verify()).isZero();

        assertThat(contents()).isEqualTo(before);
        assertThat(removed).isGreaterThanOrEqualTo(11);
        assertThat(output).contains(removed + " values that had no checksum have one now");
    }

    @Test
    void namesAllThatHasChangedAndChangesNothing(CapturedOutput output) {
        values().forEach(Value::flip);
        Map<String, List<String>> before = contents();
        try {
            assertThat(verify()).isEqualTo(2);
            assertThat(contents()).isEqualTo(before);
        } finally {
            values().forEach(Value::flip);
        }

        assertThat(output)
                .contains(
                        damaged("Job 1", "request"),
                        damaged("Job 1", "outcome"),
                        damaged("Job 1", "test_outputs"),
                        damaged("Model m version 1", "definition"),
                        damaged("Model m version 1", "test_outputs"),
                        damaged("Model m version 1", "weights"),
                        damaged("Model m version 1", "seen_rows"),
                        damaged("The data set \"d\"", "definition"),
                        damaged("The data set \"d\"", "data"),
                        damaged("The cost history of job 1", "data"),
                        damaged("The checkpoint of job 2", "state"))
                .contains("curl -X DELETE http://localhost:8080/models/m/versions/1")
                .doesNotContain("{service}");
        assertThat(verify()).isZero();
    }

    @Test
    void advisesNobodyToDeleteTheDataSetThatFollowedADamagedOne(CapturedOutput output) {
        List<Value> replaced = values().stream()
                .filter(value -> value.table.contains("dataset"))
                .toList();
        jdbc.update("update dataset set status = 'replaced'");
        replaced.forEach(Value::flip);
        try {
            assertThat(verify()).isEqualTo(2);
        } finally {
            replaced.forEach(Value::flip);
            jdbc.update("update dataset set status = 'current'");
        }

        String name = "A data set \"d\" of before (1), which is kept for jobs that have not ended";
        assertThat(output)
                .contains(damaged(name, "definition"), damaged(name, "data"))
                .doesNotContain("/datasets/d");
    }

    @Test
    void addsNoSumToWhatCannotBeWhatWasStored(CapturedOutput output) {
        Value weights = values().stream()
                .filter(value -> value.column.equals("weights"))
                .findFirst()
                .orElseThrow();
        weights.flip();
        weights.forget();
        try {
            assertThat(verify()).isEqualTo(2);
            assertThat(jdbc.queryForList("select weights_sum from model", Long.class))
                    .containsOnlyNulls();
        } finally {
            weights.flip();
        }
        assertThat(output).contains(damaged("Model m version 1", "weights"));
        assertThat(verify()).isZero();
    }

    @Test
    void findsPointsThatAreNotWhereTheyWere(CapturedOutput output) {
        jdbc.update("update cost_points set first_point = first_point + 1 where job_id = 1");
        try {
            assertThat(verify()).isEqualTo(2);
        } finally {
            jdbc.update("update cost_points set first_point = first_point - 1 where job_id = 1");
        }
        assertThat(output).contains(damaged("The cost history of job 1", "first_point"));
    }

    private static String damaged(String name, String column) {
        return "%s is damaged: the database no longer holds what was stored of it (%s).".formatted(name, column);
    }

    private int verify() {
        return Verification.verify(with(database(), "--feedforward.verify"));
    }

    private static String[] with(List<String> database, String... more) {
        return Stream.concat(Stream.of(more), database.stream()).toArray(String[]::new);
    }

    /** All that has a column for its sum. */
    private List<Value> values() {
        return jdbc.execute((ConnectionCallback<List<Value>>) connection -> {
            List<Value> values = new ArrayList<>();
            try (ResultSet sums = connection.getMetaData().getColumns(null, null, null, "%\\_sum")) {
                while (sums.next()) {
                    String sum = sums.getString("COLUMN_NAME");
                    values.add(new Value(sums.getString("TABLE_NAME"), sum.substring(0, sum.length() - 4)));
                }
            }
            return values;
        });
    }

    /** Every row of the tables that have sums. */
    private Map<String, List<String>> contents() {
        Map<String, List<String>> contents = new TreeMap<>();
        for (Value value : values()) {
            contents.put(
                    value.table,
                    jdbc.queryForList("select * from " + value.table).stream()
                            .map(row -> row.values().stream()
                                    .map(cell -> cell instanceof byte[] bytes ? Arrays.toString(bytes) : "" + cell)
                                    .toList()
                                    .toString())
                            .sorted()
                            .toList());
        }
        return contents;
    }

    /** A column with a sum beside it. */
    private final class Value {

        private final String table;
        private final String column;

        Value(String table, String column) {
            this.table = table;
            this.column = column;
        }

        /** Flips a bit in the middle of the value that is in the row that was stored first. */
        void flip() {
            String key = table.endsWith("dataset_chunk")
                    ? "dataset_id"
                    : table.matches("checkpoint|cost_points") ? "job_id" : "id";
            long first = jdbc.queryForObject(
                    "select min(%s) from %s where %s is not null".formatted(key, table, column), Long.class);
            Object stored = jdbc.queryForObject(
                    "select %s from %s where %s = ?".formatted(column, table, key), Object.class, first);
            byte[] bytes =
                    stored instanceof byte[] blob ? blob : stored.toString().getBytes(StandardCharsets.UTF_8);
            bytes[bytes.length / 2] ^= 1;
            Object flipped = stored instanceof byte[] ? bytes : new String(bytes, StandardCharsets.UTF_8);
            assertThat(jdbc.update("update %s set %s = ? where %s = ?".formatted(table, column, key), flipped, first))
                    .isEqualTo(1);
        }

        /** Takes the sums away. */
        int forget() {
            return jdbc.update("update %1$s set %2$s_sum = null where %2$s_sum is not null".formatted(table, column));
        }
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(FeedforwardApplication.class)
                .run(with(database(), "--server.port=0", "--feedforward.training.workers=1"));
    }

    private void train(String address, String body, String until) throws Exception {
        String answer = send(request(address + "/train?wait=1")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
        String job = address + "/jobs/" + answer.replaceAll("(?s)^\\{\"id\":(\\d+).*", "$1");
        while (!answer.contains(until)) {
            answer = send(request(job + "?wait=1"));
        }
    }

    private static HttpRequest.Builder request(String uri) {
        return HttpRequest.newBuilder(URI.create(uri));
    }

    private String send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return answer.body();
    }
}
