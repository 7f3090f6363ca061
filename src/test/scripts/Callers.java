import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Callers of many kinds at once, who tell how long the service takes to answer while its database stands still.
 *
 * <p>{@code java Callers.java port megabytes}: 100 who read, 20 who write, one who uploads files of so many megabytes
 * and one who asks the health check. {@code stand} and the number of a job on the standard input says
 * that the database stands still from now on, {@code go} that it does no longer; the end of the input ends it. Exits with 1 if an answer, but that an upload
 * has gone well, took more than five seconds of a time in which the database stood still, or was neither what it is to be nor a 503 that says what to do; if
 * the health check was not 200 within a second; or if anything but an upload was refused later than five seconds after
 * {@code go}.
 */
public final class Callers {

    private static final int READERS = 100;
    private static final int WRITERS = 20;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);
    private static final Pattern ACTION = Pattern.compile("\"action\":\"[^\"]");

    private final int port;
    private final byte[] rows;
    private final int megabytes;
    private final Map<String, Kind> kinds = new TreeMap<>();

    private volatile boolean over;
    private volatile String job = "1";
    private long stood = Long.MAX_VALUE;
    private long went = Long.MIN_VALUE;
    private int wrong;

    private Callers(int port, int megabytes) {
        this.port = port;
        this.megabytes = megabytes;
        StringBuilder text = new StringBuilder();
        Random random = new Random(7);
        for (int row = 0; row < 20_000; row++) {
            for (int i = 0; i < 10; i++) {
                text.append(random.nextInt(1000) / 1000.0).append(',');
            }
            text.append(random.nextInt(3)).append('\n');
        }
        rows = text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    public static void main(String[] arguments) throws Exception {
        Callers callers = new Callers(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
        callers.run();
        System.exit(callers.wrong == 0 ? 0 : 1);
    }

    private void run() throws Exception {
        List<Thread> threads = new ArrayList<>();
        String[] reads = {
            // Those that compute are fewer than may wait for a turn.
            "/jobs", "/jobs/{job}", "/models", "/datasets", "/predict?bits=1010&model=course", "/", "/actuator/metrics",
            "/jobs", "/jobs/{job}", "/models", "/datasets", "/predict?bits=1010&model=course", "/", "/actuator/metrics",
            "/jobs", "/jobs/{job}", "/models", "/jobs/{job}/cost", "/jobs/{job}/evaluation", "/datasets/small/rows"
        };
        for (int i = 0; i < READERS; i++) {
            String path = reads[i % reads.length];
            threads.add(new Thread(() -> repeat("GET " + path, 1_000, "", 200)));
        }
        for (int i = 0; i < WRITERS; i++) {
            String name = "small-" + i;
            threads.add(switch (i % 3) {
                case 0 -> new Thread(() -> repeat("POST /train", 2_000, "{\"training\":{\"iterations\":10}}", 202));
                case 1 -> new Thread(() -> repeat("PUT /datasets/" + name, 2_000, "[[1, 2], [3, 4], [5, 6]]", 200, 201));
                default -> new Thread(() -> repeat("POST /jobs/{job}/resume", 2_000, "", 200, 409));
            });
        }
        threads.add(new Thread(() -> repeat("PUT /datasets/large", 100, null, 200, 201)));
        threads.add(new Thread(() -> repeat("GET /actuator/health/liveness", 100, "", 200)));
        threads.forEach(Thread::start);
        obey();
        over = true;
        for (Thread thread : threads) {
            thread.join();
        }
        kinds.forEach((call, kind) -> {
            System.out.println((kind.right == 0 ? "WRONG: never as expected: " : "") + call + ": " + kind);
            wrong += kind.right == 0 ? 1 : 0;
        });
    }

    private void obey() throws IOException {
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String command = commands.readLine(); command != null; command = commands.readLine()) {
            String[] words = command.split(" ");
            synchronized (this) {
                stood = words.length > 1 ? System.nanoTime() : stood;
                went = words.length > 1 ? Long.MIN_VALUE : System.nanoTime();
            }
            job = words.length > 1 ? words[1] : job;
        }
    }

    private void repeat(String call, long pause, String body, Integer... expected) {
        while (!over) {
            long begin = System.nanoTime();
            String answer;
            try {
                answer = ask(call, body);
            } catch (IOException e) {
                answer = e.toString();
            }
            note(call, begin, System.nanoTime(), answer, expected);
            try {
                TimeUnit.MILLISECONDS.sleep(pause);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private synchronized void note(String call, long begin, long end, String answer, Integer... expected) {
        boolean upload = call.equals("PUT /datasets/large");
        boolean health = call.equals("GET /actuator/health/liveness");
        boolean isOver = went != Long.MIN_VALUE;
        long from = upload ? Math.max(begin, stood) : begin;
        long took = (upload && isOver ? Math.min(end, went) : end) - from;
        int status = answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
        Kind kind = kinds.computeIfAbsent(call, c -> new Kind());
        boolean right = List.of(expected).contains(status);
        boolean told = status == 503 && ACTION.matcher(answer).find() && answer.contains("Retry-After: ");
        kind.note(took, right);
        boolean late = took > (health ? PATIENCE / 5 : PATIENCE) && !(upload && right);
        if (late || !(right || told && !health)) {
            tell("WRONG", call, took, answer);
        } else if (!right && !upload && (stood == Long.MAX_VALUE || isOver && begin - went > PATIENCE)) {
            tell("REFUSED while the database runs", call, took, answer);
        }
    }

    private void tell(String what, String call, long took, String answer) {
        if (wrong++ < 20) {
            System.out.printf("%s: %s after %.1f s: %s%n", what, call, took / 1e9, answer);
        }
    }

    private String ask(String call, String body) throws IOException {
        long length = body == null ? megabytes * 1_000_000L / rows.length * rows.length : body.length();
        String type = body == null ? "text/csv" : "application/json";
        String head = call.replace("{job}", job) + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: " + type
                + "\r\nContent-Length: " + length + "\r\n\r\n";
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(60_000);
            socket.connect(new InetSocketAddress("127.0.0.1", port), 10_000);
            InputStream answer = socket.getInputStream();
            socket.getOutputStream().write((head + (body == null ? "" : body)).getBytes(StandardCharsets.US_ASCII));
            if (body == null) {
                upload(socket, answer, length);
            }
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Until all is sent or the answer comes. */
    private void upload(Socket socket, InputStream answer, long length) throws IOException {
        int slice = 1 << 16;
        for (long sent = 0; sent < length && answer.available() == 0; ) {
            int at = (int) (sent % rows.length);
            int count = Math.min(slice, rows.length - at);
            socket.getOutputStream().write(rows, at, count);
            sent += count;
        }
        // Or the service would wait for the rest before it hangs up.
        socket.shutdownOutput();
    }

    /** What came of the calls of one kind. */
    private static final class Kind {

        private int right;
        private int refused;
        private long longest;

        private void note(long took, boolean expected) {
            right += expected ? 1 : 0;
            refused += expected ? 0 : 1;
            longest = Math.max(longest, took);
        }

        @Override
        public String toString() {
            return "%d times as expected, %d times 503, at most %.2f s".formatted(right, refused, longest / 1e9);
        }
    }
}
