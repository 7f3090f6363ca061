package dev.feedforward;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a service that goes down in the middle of its work finds when it comes back. */
class RestartTests {

    private static final String LONG =
            "{\"name\": \"long\", \"training\": {\"iterations\": 2000000, \"recordEvery\": 1000}}";

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path data;

    @Test
    void finishesWhatItHadStartedAndKeepsWhatItHadFinished() throws Exception {
        JsonNode finished;
        JsonNode prediction;
        try (ConfigurableApplicationContext service = start()) {
            finished = post(service, "/train?wait=60", "{}");
            prediction = get(service, "/predict?bits=0110");
            post(service, "/train?wait=1", LONG);
            post(service, "/train", "{}");
        }

        try (ConfigurableApplicationContext service = start()) {
            assertThat(get(service, "/jobs/1")).isEqualTo(finished);
            assertThat(get(service, "/jobs/1/cost").get("cost")).hasSize(1_000);
            assertThat(get(service, "/predict?bits=0110&model=course&version=1"))
                    .isEqualTo(prediction);

            // One worker takes jobs in order, so this one ends after the two that were interrupted.
            post(service, "/train?wait=120", "{\"name\": \"last\"}");
            assertThat(get(service, "/jobs/2").get("status").asString()).isEqualTo("succeeded");
            assertThat(get(service, "/jobs/2/cost").get("cost")).hasSize(2_000);
            assertThat(get(service, "/jobs/3").get("status").asString()).isEqualTo("succeeded");
            assertThat(get(service, "/models/course/versions/2").get("provenance"))
                    .isEqualTo(get(service, "/models/course/versions/1").get("provenance"));

            post(service, "/train?wait=120", LONG.replace("\"long\"", "\"uninterrupted\""));
            assertThat(get(service, "/models/long").get("provenance"))
                    .isEqualTo(get(service, "/models/uninterrupted").get("provenance"));
        }
    }

    @Test
    void findsEverythingInABackupThatWasMadeWhileItRan() throws Exception {
        JsonNode finished;
        JsonNode prediction;
        try (ConfigurableApplicationContext service = start()) {
            finished = post(service, "/train?wait=60", "{}");
            prediction = get(service, "/predict?bits=0110");
            post(service, "/train", LONG);
            FeedforwardApplication.main(new String[] {
                "--feedforward.backup-to=" + data.resolve("backup.db"), "--feedforward.data-dir=" + data
            });
        }
        Path restored = Files.createDirectory(data.resolve("restored"));
        Files.move(data.resolve("backup.db"), restored.resolve("feedforward.db"));

        try (ConfigurableApplicationContext service = start(restored)) {
            assertThat(get(service, "/jobs/1")).isEqualTo(finished);
            assertThat(get(service, "/predict?bits=0110&model=course")).isEqualTo(prediction);
            assertThat(get(service, "/jobs/2").get("status").asString()).isIn("queued", "running", "succeeded");
        }
    }

    private ConfigurableApplicationContext start() {
        return start(data);
    }

    private static ConfigurableApplicationContext start(Path data) {
        return new SpringApplicationBuilder(FeedforwardApplication.class)
                .run("--server.port=0", "--feedforward.data-dir=" + data, "--feedforward.training.workers=1");
    }

    private JsonNode get(ConfigurableApplicationContext service, String path) throws Exception {
        return send(request(service, path).build());
    }

    private JsonNode post(ConfigurableApplicationContext service, String path, String json) throws Exception {
        return send(request(service, path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    private static HttpRequest.Builder request(ConfigurableApplicationContext service, String path) {
        String port = service.getEnvironment().getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private JsonNode send(HttpRequest request) throws Exception {
        return JsonMapper.shared()
                .readTree(client.send(request, BodyHandlers.ofString()).body());
    }
}
