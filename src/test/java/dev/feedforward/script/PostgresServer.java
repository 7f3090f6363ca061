package dev.feedforward.script;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL for scripts, the one that the build brings: {@code java PostgresServer.java <directory>} prints its URL,
 * and obeys what it reads, line by line: {@code stop} closes it as {@code pg_ctl stop -m fast} does, {@code kill} kills
 * it, {@code freeze} stops its processes where they stand, {@code start} starts it again at the same port with what it
 * had, or sets it going; {@code lock} and the name of a table keeps everybody from it until {@code unlock}. Each is
 * answered with a line. It goes when its input ends.
 */
final class PostgresServer implements AutoCloseable {

    private final Path directory;
    private EmbeddedPostgres running;
    private final int port;
    private boolean frozen;
    private @Nullable Connection locking;

    private PostgresServer(Path directory) throws IOException {
        this.directory = directory;
        running = start(0);
        port = running.getPort();
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        PrintStream answers = System.out;
        System.setOut(System.err); // Where the log goes.
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        try (PostgresServer server = new PostgresServer(Path.of(arguments[0]))) {
            answers.println(server.running.getJdbcUrl("postgres", "postgres"));
            for (String command = commands.readLine(); command != null; command = commands.readLine()) {
                server.obey(command);
                answers.println("done: " + command);
            }
        }
    }

    private EmbeddedPostgres start(int atPort) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setPort(atPort)
                // Off by zonky's default, for quick tests; a server that is killed then forgets what it has confirmed.
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    private void obey(String command) throws IOException, SQLException {
        String[] words = command.split(" ");
        switch (words[0]) {
            case "stop" -> running.close();
            case "kill" -> kill();
            case "freeze" -> {
                signal("STOP");
                frozen = true;
            }
            case "start" -> startAgain();
            case "lock" -> lock(words[1]);
            case "unlock" -> unlock();
            default -> throw new IllegalArgumentException("Not stop, kill, freeze, start, lock or unlock: " + command);
        }
    }

    /** Kills the server and those that it started; {@code close} then finds nobody, but lets go of the directory. */
    private void kill() throws IOException {
        ProcessHandle server = server();
        var workers = server.children().toList();
        server.destroyForcibly();
        workers.forEach(ProcessHandle::destroyForcibly);
        server.onExit().join();
        running.close();
        Files.delete(directory.resolve("postmaster.pid"));
    }

    private void startAgain() throws IOException {
        if (frozen) {
            signal("CONT");
            frozen = false;
        } else {
            running = start(port);
        }
    }

    private void lock(String table) throws SQLException {
        locking = running.getPostgresDatabase().getConnection();
        locking.setAutoCommit(false);
        try (Statement statement = locking.createStatement()) {
            statement.execute("lock table " + table);
        }
    }

    private void unlock() throws SQLException {
        Objects.requireNonNull(locking).close();
        locking = null;
    }

    /** Sends a signal to the server and those that it started. */
    private void signal(String signal) throws IOException {
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal, String.valueOf(server().pid())));
        server().children().map(worker -> String.valueOf(worker.pid())).forEach(command::add);
        new ProcessBuilder(command).inheritIO().start().onExit().join();
    }

    private ProcessHandle server() throws IOException {
        String process = Files.readAllLines(directory.resolve("postmaster.pid")).get(0);
        return ProcessHandle.of(Long.parseLong(process)).orElseThrow();
    }

    @Override
    public void close() throws IOException {
        if (frozen) {
            signal("CONT");
        }
        running.close();
    }
}
