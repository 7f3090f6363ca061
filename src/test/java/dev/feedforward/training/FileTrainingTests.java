package dev.feedforward.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.feedforward.Caller;
import dev.feedforward.FeedforwardTest;
import dev.feedforward.dataset.upload.UploadParameters;
import dev.feedforward.dataset.upload.UploadedFile;
import dev.feedforward.error.InvalidRequestException;
import dev.feedforward.error.ServiceException;
import dev.feedforward.training.job.Job;
import dev.feedforward.training.job.JobRepository;
import dev.feedforward.training.job.Submission;
import dev.feedforward.training.queue.JobQueue;
import dev.feedforward.training.recipe.Recipe;
import dev.feedforward.training.recipe.TrainingData;
import dev.feedforward.training.recipe.TrainingDataReader;
import dev.feedforward.training.request.FileTraining;
import dev.feedforward.training.request.Preset;
import dev.feedforward.training.request.TrainRequest;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What becomes of the data set that bears the name when a file is trained on. */
@FeedforwardTest
@TestPropertySource(properties = {"feedforward.limits.queued-jobs=2", "feedforward.training.workers=1"})
class FileTrainingTests extends TrainingCalls {

    private static final String CLIENT = "127.0.0.1";
    private static final UploadParameters ANY =
            new UploadParameters(null, null, null, null, null, null, null, null, null, null);

    @Autowired
    private FileTrainings files;

    @Autowired
    private JobQueue queue;

    @Autowired
    private JobRepository jobs;

    @Autowired
    private TrainingDataReader reader;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void cancelWhatIsLeft() throws Exception {
        for (Job job : jobs.list(Long.MAX_VALUE, 200)) {
            if (!job.status().isEnded()) {
                caller.post(job.path() + "/cancel", "");
            }
        }
    }

    @Test
    void keepsTheDataSetWhenTheNetworkIsTooLarge() throws Exception {
        JsonNode before = put("large");

        HttpResponse<String> hopeless = postFile("/train?name=large&hidden=1000000,1000000", rows(9));
        assertThat(hopeless.statusCode()).describedAs(hopeless.body()).isEqualTo(422);
        assertThat(hopeless.body()).contains("#/network/hidden", "1000002000000 weights and biases or more");
        // Within the limit for one input, not for five.
        HttpResponse<String> tooLarge = postFile("/train?name=large&hidden=1000000", rows(9));
        assertThat(tooLarge.statusCode()).describedAs(tooLarge.body()).isEqualTo(422);
        assertThat(tooLarge.body()).contains("#/network/hidden").doesNotContain("or more");

        assertThat(get("/datasets/large")).isEqualTo(before);
        assertNothingIsLeft("large");
    }

    @Test
    void refusesWhatNoRowsCouldMakeUsableBeforeAnyIsRead() {
        FileTraining large = new FileTraining("unread", null, List.of(1_000_000, 1_000_000), null);
        FileTraining builtIn = new FileTraining("xor", null, null, null);
        InputStream unreadable = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("must not be read");
            }
        };

        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> files.queue(large, ANY, new UploadedFile(unreadable, false), CLIENT, null));
        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() -> files.queue(builtIn, ANY, new UploadedFile(unreadable, false), CLIENT, null))
                .withMessageContaining("brings along");
    }

    @Test
    void namesTheParameterThatIsOutOfBounds() throws Exception {
        HttpResponse<String> refused = postFile("/train?hidden=4,0", rows(9));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Caller.json(refused).get("detail").asString())
                .isEqualTo("hidden[1] must be greater than or equal to 1, but is 0.");

        HttpResponse<String> gap = postFile("/train?hidden=4,,4", rows(9));

        assertThat(gap.statusCode()).isEqualTo(400);
        assertThat(Caller.json(gap).get("detail").asString())
                .isEqualTo("hidden[1] must be a number of neurons, but is empty.");
    }

    @Test
    void refusesAnEncodingThatItDoesNotReadOrThatIsNot() throws Exception {
        HttpResponse<String> unknown = postEncoded("br");
        assertThat(unknown.statusCode()).describedAs(unknown.body()).isEqualTo(415);
        assertThat(unknown.body()).contains("Content-Encoding: br; gzip is read here");

        HttpResponse<String> none = postEncoded("gzip");
        assertThat(none.statusCode()).describedAs(none.body()).isEqualTo(422);
        assertThat(none.body()).contains("is not compressed by gzip");
    }

    private HttpResponse<String> postEncoded(String encoding) throws Exception {
        return caller.send(caller.to("/train?name=encoded&epochs=1")
                .header("Content-Type", "text/csv")
                .header("Content-Encoding", encoding)
                .POST(BodyPublishers.ofString(rows(5))));
    }

    @Test
    void keepsTheDataSetWhenTheQueueIsFull() throws Exception {
        JsonNode before = put("full");
        keepTheWorkerBusy();
        fillQueue();

        HttpResponse<String> refused = postFile("/train?name=full", rows(9));

        assertThat(refused.statusCode()).describedAs(refused.body()).isEqualTo(429);
        assertThat(get("/datasets/full")).isEqualTo(before);
    }

    @Test
    void keepsTheDataSetWhenTheQueueFillsUpMeanwhile() throws Exception {
        JsonNode before = put("filling");
        keepTheWorkerBusy();
        InputStream slow = new Interrupted(rows(9), this::fillQueue);

        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() -> files.queue(named("filling"), ANY, new UploadedFile(slow, false), CLIENT, null))
                .withMessageContaining("jobs of yours are waiting");

        assertThat(get("/datasets/filling")).isEqualTo(before);
        assertNothingIsLeft("filling");
    }

    @Test
    void trainsEachOfTwoAtOnceOnItsOwnFile() throws Exception {
        List<Long> inner = new ArrayList<>();
        InputStream slow =
                new Interrupted(rows(20), () -> inner.add(files.queue(named("twice"), ANY, file(10), CLIENT, null)));

        long outer = files.queue(named("twice"), ANY, new UploadedFile(slow, false), CLIENT, null);

        // A fifth is kept to test with.
        assertThat(trainedRows(inner.get(0))).isEqualTo(8);
        assertThat(trainedRows(outer)).isEqualTo(16);
        assertThat(get("/datasets/twice").get("rows").asInt()).isEqualTo(20);
    }

    @Test
    void findsTheJobOfATryThatWasFasterAndKeepsItsDataSet() throws Exception {
        List<Long> faster = new ArrayList<>();
        InputStream slow = new Interrupted(
                rows(10), () -> faster.add(files.queue(named("raced"), ANY, file(10), CLIENT, "race-1")));

        long slower = files.queue(named("raced"), ANY, new UploadedFile(slow, false), CLIENT, "race-1");

        assertThat(slower).isEqualTo(faster.get(0));
        assertNothingIsLeft("raced");
    }

    /** A file during whose reading something else happens, once. */
    private static final class Interrupted extends FilterInputStream {

        private @Nullable Meanwhile meanwhile;

        Interrupted(String rows, Meanwhile meanwhile) {
            super(new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)));
            this.meanwhile = meanwhile;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            Meanwhile now = meanwhile;
            meanwhile = null;
            if (now != null) {
                now.happen();
            }
            return super.read(into, offset, length);
        }
    }

    @FunctionalInterface
    private interface Meanwhile {

        void happen() throws IOException;
    }

    /** Has the only worker busy, so that what is queued from now on waits. */
    private void keepTheWorkerBusy() throws Exception {
        HttpResponse<String> answer = caller.post("/train?wait=1", "{\"training\": {\"iterations\": 1000000000}}");
        assertThat(Caller.json(answer).get("status").asString()).isEqualTo("running");
    }

    private void fillQueue() {
        Recipe recipe = TrainRequest.EMPTY.recipe(null, null, TrainingData.COURSE);
        for (int i = 0; i < 2; i++) {
            queue.submit(recipe, new Submission(CLIENT, null, "", Instant.EPOCH));
        }
    }

    private int trainedRows(long job) {
        return reader.read(jobs.recipe(job)).rows();
    }

    /** No rows but those of the data set that bears the name now, and of those that jobs train on. */
    private void assertNothingIsLeft(String name) {
        assertThat(jdbc.sql("select count(*) from dataset where name = :name and status = 'uploading'")
                        .param("name", name)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private JsonNode put(String name) throws Exception {
        caller.send(caller.to("/datasets/" + name).PUT(BodyPublishers.ofString(rows(5))));
        return get("/datasets/" + name);
    }

    private HttpResponse<String> postFile(String path, String rows) throws Exception {
        return caller.send(caller.to(path).header("Content-Type", "text/csv").POST(BodyPublishers.ofString(rows)));
    }

    private static FileTraining named(String name) {
        return new FileTraining(name, Preset.REGRESSOR, List.of(2), 1L);
    }

    private static UploadedFile file(int rows) {
        return new UploadedFile(new ByteArrayInputStream(rows(rows).getBytes(StandardCharsets.UTF_8)), false);
    }

    private static String rows(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(i -> "%d,1,2,0,%d,%d\n".formatted(i, 2 * i, 3 * i + 1))
                .collect(Collectors.joining());
    }
}
