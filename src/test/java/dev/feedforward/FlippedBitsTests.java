package dev.feedforward;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A bit that flips in the database never changes an answer: it is told, and everything else is answered as before. */
@ExtendWith(OutputCaptureExtension.class)
class FlippedBitsTests {

    private static final String DAMAGED = "/problems/damaged";

    /** All values that are stored, each of the data set, the job and the model that its place in this list numbers. */
    private static final List<Stored> STORED = List.of(
            new Stored("job", "request", "id = :n"),
            new Stored("job", "outcome", "id = :n"),
            new Stored("job", "test_outputs", "id = :n"),
            new Stored("model", "definition", "name = 'm' || :n"),
            new Stored("model", "test_outputs", "name = 'm' || :n"),
            new Stored("model", "weights", "name = 'm' || :n"),
            new Stored("model", "seen_rows", "name = 'm' || :n"),
            new Stored("dataset", "definition", "name = 'd' || :n"),
            new Stored("dataset_chunk", "data", "dataset_id = (select id from dataset where name = 'd' || :n)"),
            new Stored("cost_points", "data", "job_id = :n"));

    private static final int PAUSED = STORED.size() + 1;

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path data;

    private String address;

    @Test
    void areNeverAnsweredWith(CapturedOutput output) throws Exception {
        try (ConfigurableApplicationContext service = start()) {
            store();
        }
        // A service that has read nothing yet, so that it keeps nothing in memory.
        try (ConfigurableApplicationContext service = start()) {
            for (int n = 1; n <= STORED.size(); n++) {
                check(STORED.get(n - 1), n, paths(n));
            }
            check(
                    new Stored("checkpoint", "state", "job_id = :n"),
                    PAUSED,
                    List.of("/predict?bits=0110&job=" + PAUSED));
            deleteDamaged();
        }
        assertThat(output.getOut().lines().filter(line -> line.contains(" WARN ") && line.contains("was answered 503")))
                .as("what the log says without being asked")
                .anyMatch(line -> line.contains("Model m6 version 1 is damaged"))
                .anyMatch(line -> line.contains("The data set \"d9\" is damaged"));
    }

    @Test
    void startAJobAnewWhoseCheckpointTheyAreIn() throws Exception {
        String paused = "/jobs/1";
        try (ConfigurableApplicationContext service = start()) {
            post("/train", "{\"name\":\"paused\",\"training\":{\"iterations\":20000000,\"recordEvery\":100000}}");
            awaitCheckpoint(paused);
        }
        try (ConfigurableApplicationContext service = start()) {
            new Stored("checkpoint", "state", "job_id = :n").flip(jdbc(), 1, 200);
            assertThat(post(paused + "/resume", "").statusCode()).isEqualTo(200);

            String job = get(paused).body();
            while (!job.contains("\"warnings\":[{")) {
                job = get(paused + "?wait=1").body();
                assertThat(job).containsPattern("\"status\":\"(queued|running)\"");
            }

            assertThat(job).contains("\"code\":\"started-anew\"", "checkpoint of job 1");
            post(paused + "/pause", "");
        }
        try (ConfigurableApplicationContext service = start()) {
            assertThat(get(paused).body())
                    .contains("\"status\":\"paused\"", "\"code\":\"started-anew\"", "checkpoint of job 1");
            assertThat(post(paused + "/resume", "").statusCode()).isEqualTo(200);

            String job = get(paused).body();
            while (!job.contains("\"status\":\"running\"")) {
                job = get(paused + "?wait=1").body();
            }
            assertThat(job).contains("\"code\":\"started-anew\"");
            post(paused + "/cancel", "");
        }
    }

    private void store() throws Exception {
        for (int n = 1; n <= STORED.size(); n++) {
            assertThat(send(request("/datasets/d" + n + "?answers=y&test=0.2")
                                    .header("Content-Type", "text/csv")
                                    .PUT(BodyPublishers.ofString(rows())))
                            .statusCode())
                    .isEqualTo(201);
            String body =
                    "{\"name\":\"m%1$d\",\"dataset\":\"d%1$d\",\"preset\":\"classifier\",\"training\":{\"epochs\":5}}";
            assertThat(post("/train?wait=60", body.formatted(n)).statusCode()).isEqualTo(200);
        }
        post("/train", "{\"name\":\"paused\",\"training\":{\"iterations\":200000000,\"recordEvery\":1000000}}");
        awaitCheckpoint("/jobs/" + PAUSED);
    }

    /** Pauses a running job, which writes a checkpoint. */
    private void awaitCheckpoint(String job) throws Exception {
        while (!get(job + "?wait=1").body().contains("\"status\":\"running\"")) {
            assertThat(get(job).body()).contains("\"status\":\"queued\"");
        }
        post(job + "/pause", "");
        while (jdbc().sql("select count(*) from checkpoint")
                        .query(Integer.class)
                        .single()
                == 0) {
            assertThat(get(job + "?wait=1").body()).contains("\"status\":\"paused\"");
        }
    }

    private static String rows() {
        return IntStream.range(0, 100)
                .mapToObj(i -> "%s,%s,%s".formatted(i % 10 / 10.0, i / 100.0, i % 10 * 10 > i ? "u" : "v"))
                .collect(Collectors.joining("\n", "a,b,y\n", "\n"));
    }

    private static List<String> paths(int n) {
        return Stream.of(
                        "/jobs",
                        "/jobs/%d",
                        "/jobs/%d/cost",
                        "/jobs/%d/evaluation",
                        "/compare?jobs=%d",
                        "/step?job=%d",
                        "/models",
                        "/models/m%d",
                        "/models/m%d/versions/1/evaluation",
                        "/models/m%d/versions/1/evaluation?rows=training",
                        "/models/m%d/versions/1/importance",
                        "/models/m%d/versions/1/numpy",
                        "/datasets",
                        "/datasets/d%d",
                        "/datasets/d%d/rows")
                .map(path -> path.formatted(n))
                .toList();
    }

    private void check(Stored stored, int n, List<String> paths) throws Exception {
        Map<String, List<HttpResponse<String>>> answers = new LinkedHashMap<>();
        int length = stored.length(jdbc(), n);
        for (int at : new int[] {0, length / 2, length - 1}) {
            stored.flip(jdbc(), n, at);
            boolean told = false;
            for (String path : paths) {
                HttpResponse<String> answer = get(path);
                answers.computeIfAbsent(path, key -> new ArrayList<>()).add(answer);
                told |= answer.body().contains(DAMAGED);
            }
            assertThat(told).as("byte %d of %s is told", at, stored).isTrue();
            stored.flip(jdbc(), n, at);
        }
        for (String path : paths) {
            HttpResponse<String> sound = get(path);
            assertThat(sound.statusCode()).as(path).isEqualTo(200);
            assertThat(sound.body()).doesNotContain(DAMAGED);
            assertThat(answers.get(path))
                    .as("%s with a flipped bit in %s", path, stored)
                    .allSatisfy(answer -> assertRight(answer, sound));
        }
    }

    private static void assertRight(HttpResponse<String> answer, HttpResponse<String> sound) {
        if (answer.statusCode() == 503) {
            assertThat(answer.body()).contains(DAMAGED, "is damaged", "\"action\"");
        } else if (answer.body().contains(DAMAGED)) {
            // A list or a comparison, which shows what is damaged as such.
            assertThat(answer.statusCode()).isEqualTo(200);
        } else {
            assertThat(answer.body()).isEqualTo(sound.body());
        }
    }

    private void deleteDamaged() throws Exception {
        List<String> paths = List.of("/jobs/2", "/models/m4", "/datasets/d8");
        for (int n : new int[] {2, 4, 8}) {
            STORED.get(n - 1).flip(jdbc(), n, 0);
        }
        for (String path : paths) {
            assertThat(send(request(path).DELETE()).statusCode()).as(path).isEqualTo(204);
        }
        assertThat(get("/jobs").body()
                        + get("/models").body()
                        + get("/datasets").body())
                .doesNotContain(DAMAGED);
    }

    /** A column of the one row that a condition finds. */
    private record Stored(String table, String column, String condition) {

        int length(JdbcClient jdbc, int n) {
            return bytes(jdbc, n).length;
        }

        /** Flips the lowest bit of a byte. */
        void flip(JdbcClient jdbc, int n, int at) {
            byte[] bytes = bytes(jdbc, n);
            bytes[at] ^= 1;
            String value = column.equals("data") || table.equals("checkpoint") || column.matches("weights|seen_rows")
                    ? ":bytes"
                    : "cast(:bytes as text)";
            assertThat(jdbc.sql("update %s set %s = %s where %s".formatted(table, column, value, condition))
                            .param("bytes", bytes)
                            .param("n", n)
                            .update())
                    .isEqualTo(1);
        }

        private byte[] bytes(JdbcClient jdbc, int n) {
            return jdbc.sql("select cast(%s as blob) as value from %s where %s".formatted(column, table, condition))
                    .param("n", n)
                    .query((row, number) -> row.getBytes("value"))
                    .single();
        }
    }

    private JdbcClient jdbc() {
        return JdbcClient.create(
                new DriverManagerDataSource("jdbc:sqlite:" + data.resolve("feedforward.db") + "?busy_timeout=10000"));
    }

    private ConfigurableApplicationContext start() {
        ConfigurableApplicationContext service = new SpringApplicationBuilder(FeedforwardApplication.class)
                .run("--server.port=0", "--feedforward.data-dir=" + data, "--feedforward.training.workers=1");
        address = "http://localhost:" + service.getEnvironment().getRequiredProperty("local.server.port");
        return service;
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    private HttpResponse<String> post(String path, String json) throws Exception {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
