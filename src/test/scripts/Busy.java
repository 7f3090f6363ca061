import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Busy requests of every kind at once, and two who look meanwhile whether the service still answers.
 *
 * <p>{@code java Busy.java port count megabytes}: while a job trains, asks so many times at once for each of five things,
 * among them uploads of so many megabytes. Prints what they were answered, how long the health check and a prediction
 * took, and the training's speed beside its speed alone; the last line is {@code liveness-p99-ms predict-p99-ms
 * speed-ratio}. Exits with 1 if an answer is neither the right one nor a refusal with Retry-After.
 */
public final class Busy {

    private final String service;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, List<String>> answers = Collections.synchronizedMap(new TreeMap<>());
    private boolean right = true;

    private Busy(int port) {
        service = "http://127.0.0.1:" + port;
    }

    public static void main(String[] arguments) throws Exception {
        Busy busy = new Busy(Integer.parseInt(arguments[0]));
        busy.run(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        System.exit(busy.right ? 0 : 1);
    }

    private void run(int count, int megabytes) throws Exception {
        long job = prepare();
        double alone = speed(job, () -> TimeUnit.SECONDS.sleep(5));
        Prober liveness = new Prober("/actuator/health/liveness");
        Prober predict = new Prober("/predict?bits=1010&model=course");
        double busy = speed(job, () -> everything(count, megabytes));
        double[] health = liveness.end();
        double[] asked = predict.end();
        answers.forEach((kind, list) -> System.out.println(kind + ": " + String.join(" ", list)));
        tell("liveness", health);
        tell("predict", asked);
        System.out.printf("training: %.0f iterations/s alone, %.0f among busy requests%n", alone, busy);
        System.out.printf("%.0f %.0f %.2f%n", percentile(health, 99), percentile(asked, 99), busy / alone);
        send("POST", "/jobs/" + job + "/cancel", BodyPublishers.noBody());
    }

    /** A course, a model of 60 columns with its 10,000 rows, and a job that trains for long, whose number it returns. */
    private long prepare() throws Exception {
        expect(send("POST", "/train?wait=60", json("{\"name\":\"course\"}")), 200);
        byte[] rows = table(10_000, 60).getBytes(StandardCharsets.UTF_8);
        expect(send("PUT", "/datasets/wide?answers=kind", BodyPublishers.ofByteArray(rows)), 200, 201);
        expect(
                send(
                        "POST",
                        "/train?wait=120",
                        json("{\"name\":\"wide\",\"dataset\":\"wide\",\"preset\":\"classifier\","
                                + "\"training\":{\"epochs\":1}}")),
                200);
        HttpResponse<String> answer = send(
                "POST",
                "/train",
                json("{\"name\":\"long\",\"dataset\":\"wide\",\"preset\":\"classifier\",\"network\":{\"hidden\":[64]},"
                        + "\"training\":{\"epochs\":100000,\"recordEvery\":1000,\"earlyStopping\":null,\"validationFraction\":0}}"));
        expect(answer, 202);
        long job = Long.parseLong(answer.body().replaceFirst("(?s).*?\"id\":(\\d+).*", "$1"));
        TimeUnit.SECONDS.sleep(10); // The compiler has seen it all.
        return job;
    }

    private void everything(int count, int megabytes) throws Exception {
        ExecutorService callers = Executors.newCachedThreadPool();
        List<Future<?>> all = new ArrayList<>();
        byte[] unknown = IntStream.range(0, 20_000)
                .mapToObj(i -> "\"%05d%s\":1".formatted(i, "y".repeat(59)))
                .collect(Collectors.joining(",", "{\"training\":{", "}}"))
                .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < count; i++) {
            String name = "upload-" + i;
            all.add(callers.submit(() -> note("unknown fields", "POST", "/train", BodyPublishers.ofByteArray(unknown), 422)));
            all.add(callers.submit(() -> note("importance", "GET",
                    "/models/wide/versions/1/importance?repeats=20&rows=training&shuffleSeed=" + name.hashCode(), null, 200)));
            all.add(callers.submit(
                    () -> note("surface", "GET", "/slice/surface?points=101&model=course&version=1", null, 200)));
            all.add(callers.submit(() -> note("cost", "GET", "/cost?format=png", null, 200)));
            all.add(callers.submit(
                    () -> note("upload", "PUT", "/datasets/" + name, BodyPublishers.ofInputStream(() -> file(megabytes)), 201, 200)));
        }
        for (Future<?> one : all) {
            one.get();
        }
        callers.shutdown();
    }

    private Void note(String kind, String method, String path, HttpRequest.BodyPublisher body, int... expected)
            throws Exception {
        long begin = System.nanoTime();
        HttpResponse<String> answer = send(method, path, body == null ? BodyPublishers.noBody() : body);
        answers.computeIfAbsent(kind, k -> Collections.synchronizedList(new ArrayList<>()))
                .add("%d in %.1f s".formatted(answer.statusCode(), (System.nanoTime() - begin) / 1e9));
        boolean refused = (answer.statusCode() == 503 || answer.statusCode() == 429)
                && answer.headers().firstValue("Retry-After").isPresent();
        if (!refused) {
            expect(answer, expected);
        }
        return null;
    }

    private void expect(HttpResponse<String> answer, int... statuses) {
        if (Arrays.stream(statuses).noneMatch(status -> status == answer.statusCode())) {
            right = false;
            System.out.println("WRONG: " + answer.request().uri() + " " + answer.statusCode() + " " + answer.body());
        }
    }

    private HttpResponse<String> send(String method, String path, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        String type = method.equals("PUT") ? "text/csv" : "application/json";
        return client.send(
                HttpRequest.newBuilder(URI.create(service + path))
                        .timeout(Duration.ofMinutes(5))
                        .header("Content-Type", type)
                        .method(method, body)
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpRequest.BodyPublisher json(String text) {
        return BodyPublishers.ofString(text);
    }

    private static String table(int rows, int columns) {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder(
                IntStream.range(0, columns).mapToObj(i -> "c" + i).collect(Collectors.joining(",")));
        text.append(",kind\n");
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < columns; i++) {
                text.append(random.nextInt(1000) / 1000.0).append(',');
            }
            text.append("kind ").append(random.nextInt(3)).append('\n');
        }
        return text.toString();
    }

    private static InputStream file(int megabytes) {
        String all = table(20_000, 10);
        int body = all.indexOf('\n') + 1;
        byte[] head = all.substring(0, body).getBytes(StandardCharsets.UTF_8);
        byte[] rows = all.substring(body).getBytes(StandardCharsets.UTF_8);
        List<InputStream> parts = new ArrayList<>(List.of(new ByteArrayInputStream(head)));
        for (long sent = 0; sent < megabytes * 1_000_000L; sent += rows.length) {
            parts.add(new ByteArrayInputStream(rows));
        }
        Enumeration<InputStream> sequence = Collections.enumeration(parts);
        return new SequenceInputStream(sequence);
    }

    private interface Work {
        void run() throws Exception;
    }

    private double speed(long job, Work work) throws Exception {
        long from = iteration(job);
        long begin = System.nanoTime();
        work.run();
        return (iteration(job) - from) / ((System.nanoTime() - begin) / 1e9);
    }

    private long iteration(long job) throws Exception {
        String body = send("GET", "/jobs/" + job, BodyPublishers.noBody()).body();
        return Long.parseLong(body.replaceFirst("(?s).*\"progress\":\\{\"iteration\":(\\d+).*", "$1"));
    }

    private static double percentile(double[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    private static void tell(String what, double[] sorted) {
        System.out.printf("%s: %d times, median %.0f ms, p99 %.0f ms, longest %.0f ms%n",
                what, sorted.length, percentile(sorted, 50), percentile(sorted, 99), sorted[sorted.length - 1]);
    }

    /** Asks one thing again and again, and notes how many milliseconds each answer takes. */
    private final class Prober extends Thread {

        private final AtomicBoolean over = new AtomicBoolean();
        private final List<Double> took = new ArrayList<>();
        private final String path;

        Prober(String path) {
            this.path = path;
            setDaemon(true); // Or it would go on asking once something else has failed.
            start();
        }

        @Override
        public void run() {
            try {
                while (!over.get()) {
                    long begin = System.nanoTime();
                    expect(send("GET", path, BodyPublishers.noBody()), 200);
                    took.add((System.nanoTime() - begin) / 1e6);
                    TimeUnit.MILLISECONDS.sleep(20);
                }
            } catch (IOException | InterruptedException e) {
                right = false;
                System.out.println("WRONG: " + path + " " + e);
            }
        }

        double[] end() throws InterruptedException {
            over.set(true);
            join();
            return took.stream().mapToDouble(d -> d).sorted().toArray();
        }
    }
}
