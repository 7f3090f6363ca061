package dev.feedforward.training.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.Caller;
import dev.feedforward.FeedforwardTest;
import dev.feedforward.training.job.Job;
import dev.feedforward.training.job.JobRepository;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@FeedforwardTest
@TestPropertySource(
        properties = {
            "feedforward.events.heartbeat=500ms",
            "feedforward.events.stalled-after=1s",
            "feedforward.limits.event-streams=8",
            "feedforward.limits.event-streams-of-one-address=7",
            "feedforward.training.workers=1"
        })
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class EventsTests {

    private static final String ENDLESS = "{\"training\": {\"iterations\": 1000000000}}";
    /** A second or two, and 20,000 points. */
    private static final String LONG = "{\"training\": {\"iterations\": 1000000, \"recordEvery\": 50}}";

    @Autowired
    private Caller caller;

    @Autowired
    private JobRepository jobs;

    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void cancelWhatIsLeft() throws Exception {
        for (Job job : jobs.list(Long.MAX_VALUE, 200)) {
            if (!job.status().isEnded()) {
                caller.post(job.path() + "/cancel", "");
            }
        }
        awaitNoReaders();
    }

    @Test
    void watchesATrainingFromItsFirstPointToItsEnd() throws Exception {
        long job = start(LONG);
        HttpResponse<String> answer = caller.get("/jobs/" + job + "/events");

        assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream;charset=UTF-8");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache, no-store");
        assertThat(answer.headers().firstValue("X-Accel-Buffering")).contains("no");
        List<FakeReader.Event> events = FakeReader.parse(answer.body());
        assertThat(FakeReader.iterations(events)).isEqualTo(iterations(-1, 1_000_000, 50));
        // Comments come whenever nothing else does.
        assertThat(events)
                .extracting(FakeReader.Event::name)
                .filteredOn(name -> !name.equals("comment"))
                .startsWith("status");
        FakeReader.Event last = events.get(events.size() - 1);
        assertThat(last.name()).isEqualTo("done");
        assertThat(last.data()).isEqualTo(Caller.json(caller.get("/jobs/" + job)));
    }

    @Test
    void goesOnFromTheLastEventThatAReaderGot() throws Exception {
        long job = start(LONG);
        List<Long> seen = new ArrayList<>();
        String lastEventId = "";
        boolean done = false;
        for (int events = 1; !done; events++) {
            for (FakeReader.Event event : read(job, lastEventId, events)) {
                if (event.name().equals("cost")) {
                    seen.addAll(FakeReader.iterations(List.of(event)));
                    lastEventId = event.id();
                    assertThat(lastEventId).isEqualTo(seen.get(seen.size() - 1).toString());
                }
                done |= event.name().equals("done");
            }
        }
        assertThat(seen).isEqualTo(iterations(-1, 1_000_000, 50));
    }

    @ParameterizedTest
    @CsvSource({
        "/events,,-1",
        "/events?after=-1,,-1",
        "/events?after=5000,,5000",
        "/events?after=5000,7000,7000",
        "/events,0,0",
        "/events,9989,9989",
        "/events,9990,9990",
        "/events,99999999,99999999"
    })
    void givesAnEndedJobsRemainingPointsAndCloses(String path, String lastEventId, long after) throws Exception {
        long job = course();
        HttpRequest.Builder request = caller.to("/jobs/" + job + path);
        HttpResponse<String> answer =
                caller.send(lastEventId == null ? request : request.header("Last-Event-ID", lastEventId));

        List<FakeReader.Event> events = FakeReader.parse(answer.body());
        String cost = caller.get("/jobs/" + job + "/cost?after=" + after).body();
        String told = caller.get("/jobs/" + job).body();
        assertThat(FakeReader.iterations(events)).isEqualTo(iterations(after, 10_000, 10));
        // A comment may come first where the machine is slow.
        assertThat(answer.body().replace(": still here\n\n", ""))
                .isEqualTo("event: status\ndata: " + told + "\n\n"
                        + (after >= 9_990 ? "" : "event: cost\nid: 9990\ndata: " + cost + "\n\n")
                        + "event: done\ndata: " + told + "\n\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "-1", "1.5", "12345678901234567890", "5000,6000"})
    void refusesAnIdThatItNeverGave(String id) throws Exception {
        HttpResponse<String> answer =
                caller.send(caller.to("/jobs/" + course() + "/events").header("Last-Event-ID", id));

        assertProblem(answer, 400, "/problems/invalid-parameter");
        assertThat(Caller.json(answer).get("detail").asString()).contains(id);
        assertThat(Caller.json(answer).get("action").asString()).contains("such as 5000");
    }

    @Test
    void refusesWhatItCannotDo() throws Exception {
        long job = course();
        assertProblem(caller.get("/jobs/999999/events"), 404, "/problems/job-not-found");
        assertProblem(caller.get("/jobs/" + job + "/events?after=-2"), 400, "/problems/invalid-parameter");
        assertProblem(
                caller.send(caller.to("/jobs/" + job + "/events").header("Accept", "application/json")),
                406,
                "/problems/not-acceptable");
        assertProblem(
                caller.send(caller.to("/jobs/999999/events").header("Accept", "text/event-stream")),
                404,
                "/problems/job-not-found");
    }

    @Test
    void answersHeadWithHeadersAlone() throws Exception {
        HttpResponse<String> answer =
                caller.send(caller.to("/jobs/" + course() + "/events").method("HEAD", BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream;charset=UTF-8");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void keepsTheConnectionOfAJobThatWaits() throws Exception {
        long running = start(ENDLESS);
        long waiting = start("{}");
        try (InputStream stream = open(waiting, "")) {
            BufferedReader lines = reader(stream);
            assertThat(lines.readLine()).isEqualTo("event: status");
            assertThat(lines.readLine()).contains("\"status\":\"queued\"");
            for (int comments = 0; comments < 3; comments++) {
                assertThat(lines.readLine()).isEmpty();
                assertThat(lines.readLine()).isEqualTo(": still here");
            }
            caller.post("/jobs/" + running + "/cancel", "");

            List<FakeReader.Event> rest = FakeReader.parse(rest(lines));
            assertThat(FakeReader.iterations(rest)).hasSize(1_000);
            assertThat(rest.get(rest.size() - 1).data().get("status").asString())
                    .isEqualTo("succeeded");
        }
    }

    @Test
    void readersThatTakeNothingHoldUpNobodyAndAreLetGo() throws Exception {
        // Enough points to fill what the system keeps for a reader.
        long job = start("{\"training\": {\"iterations\": 1000000, \"recordEvery\": 10}}");
        caller.get("/jobs/" + job + "/events");
        try (Socket first = stalled(job);
                Socket second = stalled(job)) {
            HttpResponse<String> answer = caller.get("/jobs/" + job + "/events");

            assertThat(FakeReader.iterations(FakeReader.parse(answer.body()))).hasSize(100_000);
            // The service hangs up on both in the end, which is seen before all of it was read.
            assertThat(drained(first)).doesNotContain("event: done");
            assertThat(drained(second)).doesNotContain("event: done");
        }
    }

    @Test
    void takesNoMoreReadersThanItMay() throws Exception {
        long running = start(ENDLESS);
        List<InputStream> streams = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            InputStream stream = open(running, "");
            streams.add(stream);
            assertThat(reader(stream).readLine()).isEqualTo("event: status");
        }
        HttpResponse<String> refused = caller.get("/jobs/" + running + "/events");
        Socket other = new Socket("127.0.0.1", caller.port(), InetAddress.getByName("127.0.0.2"), 0);
        streams.add(watch(other, running));
        BufferedReader answer = reader(other.getInputStream());
        assertThat(answer.readLine()).startsWith("HTTP/1.1 200");
        assertThat(answer.lines().anyMatch("event: status"::equals)).isTrue();
        HttpResponse<String> full = caller.get("/jobs/" + running + "/events");

        assertProblem(refused, 429, "/problems/too-many-requests");
        assertThat(refused.body()).contains("7 readers from 127.0.0.1", "event-streams-of-one-address");
        assertProblem(full, 429, "/problems/too-many-requests");
        assertThat(full.body()).contains("8 readers are watching");
        assertThat(refused.headers().firstValue("Retry-After")).contains("5");
        assertThat(caller.get("/actuator/metrics/feedforward.event.streams").body())
                .contains("\"value\":8.0");
        for (InputStream stream : streams) {
            stream.close();
        }
        caller.post("/jobs/" + running + "/cancel", "");
    }

    /** A reader's first events, then it goes. */
    private List<FakeReader.Event> read(long job, String lastEventId, int events) throws Exception {
        StringBuilder text = new StringBuilder();
        try (InputStream stream = open(job, lastEventId)) {
            BufferedReader lines = reader(stream);
            String line = lines.readLine();
            for (int i = 0; i < events && line != null; line = lines.readLine()) {
                text.append(line).append('\n');
                i += line.isEmpty() ? 1 : 0;
            }
        }
        return FakeReader.parse(text.toString());
    }

    private InputStream open(long job, String lastEventId) throws Exception {
        HttpRequest.Builder request = caller.to("/jobs/" + job + "/events").header("Last-Event-ID", lastEventId);
        HttpResponse<InputStream> answer = client.send(request.build(), BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static BufferedReader reader(InputStream stream) {
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    private static String rest(BufferedReader lines) {
        StringBuilder text = new StringBuilder();
        lines.lines().forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    private Socket stalled(long job) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.setSoTimeout(20_000);
        socket.connect(new InetSocketAddress("127.0.0.1", caller.port()));
        watch(socket, job);
        return socket;
    }

    private static InputStream watch(Socket socket, long job) throws IOException {
        String request = "GET /jobs/" + job + "/events HTTP/1.1\r\nHost: localhost\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket.getInputStream();
    }

    /** Comes back when the service has let everybody go. */
    private void awaitNoReaders() throws Exception {
        while (!caller.get("/actuator/metrics/feedforward.event.streams").body().contains("\"value\":0.0")) {
            Thread.onSpinWait();
        }
    }

    /** What is left on the way when the service has let everybody go. */
    private String drained(Socket socket) throws Exception {
        awaitNoReaders();
        StringBuilder text = new StringBuilder();
        byte[] bytes = new byte[1 << 16];
        try {
            for (int read = 0; read >= 0; read = socket.getInputStream().read(bytes)) {
                text.append(new String(bytes, 0, read, StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            // Hung up.
        }
        return text.toString();
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Caller.json(answer).get("type").asString()).isEqualTo(type);
    }

    private static List<Long> iterations(long after, long iterations, int recordEvery) {
        return LongStream.range(0, iterations / recordEvery)
                .map(point -> recordEvery * point)
                .filter(iteration -> iteration > after)
                .boxed()
                .toList();
    }

    private long course() throws Exception {
        return Caller.json(caller.post("/train?wait=60", "{}")).get("id").asLong();
    }

    private long start(String request) throws Exception {
        return Caller.json(caller.post("/train", request)).get("id").asLong();
    }
}
