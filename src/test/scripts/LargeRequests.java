import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Large requests of every kind at once, and one who looks meanwhile whether the service still lives.
 *
 * <p>{@code java LargeRequests.java port count rows}: while large networks train, asks so many times at once for each of
 * ten things, with so many rows in a body. Prints what they were answered, and how long the health check took. Exits with
 * 1 if an answer is neither a success nor explained, if a health check fails, or if a small request fails afterwards.
 */
public final class LargeRequests {

    private static final String LARGE = "{\"name\":\"%s\",\"inputs\":[[1,0],[0,1]],\"answers\":[1,0],\"network\":{\"hidden\":"
            + "[2000,2000]},\"training\":{\"iterations\":%d,\"optimizer\":\"sgd\",\"validationFraction\":0}}";

    private final String service;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, List<String>> answers = Collections.synchronizedMap(new TreeMap<>());
    private final ExecutorService callers = Executors.newCachedThreadPool(LargeRequests::daemon);
    private volatile boolean right = true;

    private LargeRequests(int port) {
        service = "http://127.0.0.1:" + port;
    }

    public static void main(String[] arguments) throws Exception {
        LargeRequests requests = new LargeRequests(Integer.parseInt(arguments[0]));
        requests.run(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        System.exit(requests.right ? 0 : 1);
    }

    /** A thread that keeps nobody waiting where another has failed. */
    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    }

    private void run(int count, int rows) throws Exception {
        expect(200, "/train?wait=60", "{\"name\":\"rows\",\"inputs\":[[1,2],[2,1]],\"answers\":[0,1]}");
        expect(200, "/train?wait=60", LARGE.formatted("large", 1));
        for (int i = 0; i < 4; i++) {
            expect(202, "/train", LARGE.formatted("long" + i, 1_000_000));
        }
        AtomicBoolean over = new AtomicBoolean();
        Future<Long> slowest = callers.submit(() -> watch(over));
        everything(count, rows);
        over.set(true);
        answers.forEach((kind, list) -> System.out.println(kind + ": " + String.join(" ", list)));
        System.out.println("health check: at most " + slowest.get() + " ms");
        for (int job = 1; job <= 8 + count; job++) {
            send("POST", "/jobs/" + job + "/cancel", BodyPublishers.noBody());
        }
        expect(200, "/train?wait=60", "{\"name\":\"small\"}");
        expect(200, "/predict?model=small", "{\"inputs\":[[0,1,1,0]]}");
    }

    private void everything(int count, int rows) throws Exception {
        byte[] inputs = list(rows, i -> "[%d.%d,%d]".formatted(i % 7, i % 1000, i % 5));
        byte[] answered = list(rows, i -> String.valueOf(i % 2));
        byte[] train = json("{\"name\":\"many\",\"training\":{\"iterations\":2},\"inputs\":", inputs, ",\"answers\":", answered);
        byte[] predict = json("{\"inputs\":", inputs);
        byte[] named = json("{\"inputs\":", list(rows, i -> "{\"a\":1,\"b\":\"x%d\"}".formatted(i)));
        byte[] texts = json("{\"inputs\":", list(3 * rows, i -> "[\"a\"]"));
        byte[] biases = json("{\"network\":{\"initialWeights\":[{\"biases\":", list(12 * rows, i -> "1"), "}]}");
        byte[] unknown = list(2 * rows, i -> "\"u%d\":1".formatted(i));
        unknown[0] = '{';
        unknown[unknown.length - 1] = '}';
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = i;
            all.add(callers.submit(() -> note("train rows", "POST", "/train", train)));
            all.add(callers.submit(() -> note("predict rows", "POST", "/predict?model=rows", predict)));
            all.add(callers.submit(() -> note("rows by name", "POST", "/predict?model=rows", named)));
            all.add(callers.submit(() -> note("rows of texts", "POST", "/predict?model=rows", texts)));
            all.add(callers.submit(() -> note("biases", "POST", "/train", biases)));
            all.add(callers.submit(() -> note("unknown fields", "POST", "/train", unknown)));
            all.add(callers.submit(() -> note("weights", "GET", "/models/large/versions/1", null)));
            all.add(callers.submit(
                    () -> note("look", "GET", "/predict?inputs=1,0&job=" + (3 + number % 4), null)));
            all.add(callers.submit(
                    () -> note("replay", "GET", "/predict?inputs=1,0&iteration=0&job=" + (3 + number % 4), null)));
            all.add(callers.submit(() -> note("upload", "PUT", "/datasets/upload-" + number, inputs)));
        }
        for (Future<?> one : all) {
            one.get();
        }
    }

    private static byte[] list(int count, IntFunction<String> element) {
        return IntStream.range(0, count)
                .mapToObj(element)
                .collect(Collectors.joining(",", "[", "]"))
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** The parts, and the last brace. */
    private static byte[] json(Object... parts) {
        StringBuilder json = new StringBuilder();
        for (Object part : parts) {
            json.append(part instanceof byte[] bytes ? new String(bytes, StandardCharsets.US_ASCII) : part);
        }
        return json.append('}').toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Asks until it is over, and answers the longest time in milliseconds. */
    private long watch(AtomicBoolean over) throws Exception {
        long slowest = 0;
        while (!over.get()) {
            long begin = System.nanoTime();
            HttpResponse<String> answer = send("GET", "/actuator/health/liveness", BodyPublishers.noBody());
            slowest = Math.max(slowest, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
            if (answer.statusCode() != 200) {
                lose("health check: " + answer.statusCode() + " " + answer.body());
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return slowest;
    }

    private Void note(String kind, String method, String path, byte[] body) throws Exception {
        BodyPublisher publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
        HttpResponse<String> answer = send(method, path, publisher);
        int status = answer.statusCode();
        answers.computeIfAbsent(kind, key -> Collections.synchronizedList(new ArrayList<>()))
                .add(String.valueOf(status));
        boolean explained = answer.body().contains("\"detail\":\"") && answer.body().contains("\"action\":\"");
        boolean again = answer.headers().firstValue("Retry-After").isPresent();
        if (!(status < 300 || explained && (status < 500 || status == 503 && again))) {
            lose(kind + ": " + status + " " + answer.body());
        }
        return null;
    }

    private void expect(int status, String path, String body) throws Exception {
        HttpResponse<String> answer = send("POST", path, BodyPublishers.ofString(body));
        if (answer.statusCode() != status) {
            lose(path + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    private void lose(String what) {
        right = false;
        System.out.println("FAILED " + what);
    }

    /** Of a success the body is received, and not kept. */
    private HttpResponse<String> send(String method, String path, BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service + path))
                .method(method, body)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofMinutes(5))
                .build();
        return client.send(request, answer -> answer.statusCode() < 300
                ? BodySubscribers.replacing("")
                : BodyHandlers.ofString().apply(answer));
    }
}
