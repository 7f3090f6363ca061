package dev.feedforward.stored;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What a service of before has stored is read as it was then: by this one, and by every later one. The files are never
 * made anew, whatever changes; a new format gets files of its own beside them, see {@link StoredFormatWriter}.
 */
abstract class StoredFormatTests {

    static final String FORMAT = "format-1/";

    /** Migrations that there were when the files were made. */
    static final String MIGRATIONS = "9";

    /** A service on the database of then. */
    abstract StoredService start() throws IOException;

    @Test
    void answersAsItDidAndGoesOnWithWhatWasPaused() throws Exception {
        StoredAnswers then = StoredAnswers.read(new String(file(StoredAnswers.FILE), StandardCharsets.UTF_8));
        try (StoredService service = start()) {
            for (Map.Entry<String, JsonNode> answer : then.read().entrySet()) {
                StoredAnswers.assertStillAnswered(answer.getKey(), answer.getValue(), service.answer(answer.getKey()));
            }
            assertThat(then.resumed()).isNotEmpty();
            for (Map.Entry<String, Map<String, JsonNode>> job : then.resumed().entrySet()) {
                assertThat(service.resume(job.getKey()))
                        .containsExactlyInAnyOrderElementsOf(job.getValue().keySet());
                // What began anew would come out alike.
                assertThat(service.get(job.getKey()).get("warnings").toString()).doesNotContain("started-anew");
                for (Map.Entry<String, JsonNode> answer : job.getValue().entrySet()) {
                    StoredAnswers.assertStillAnswered(answer.getKey(), answer.getValue(), service.get(answer.getKey()));
                }
            }
        }
    }

    /** A file of the format, decompressed. */
    static byte[] file(String name) throws IOException {
        try (InputStream compressed = new GZIPInputStream(Objects.requireNonNull(
                StoredFormatTests.class.getResourceAsStream("/stored/" + FORMAT + name + ".gz"), name))) {
            return compressed.readAllBytes();
        }
    }
}
