package dev.feedforward.stored;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.Caller;
import dev.feedforward.FeedforwardApplication;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** A service on a database of its own. */
final class StoredService implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final Caller caller;

    private StoredService(ConfigurableApplicationContext context) {
        this.context = context;
        caller = new Caller(context.getEnvironment());
    }

    /** Starts one; the options name its database. */
    static StoredService on(String... options) {
        String[] all = Stream.concat(Stream.of("--server.port=0"), Arrays.stream(options))
                .toArray(String[]::new);
        return new StoredService(new SpringApplicationBuilder(FeedforwardApplication.class).run(all));
    }

    /** @param call a path, and after a space the body if it has one */
    JsonNode answer(String call) throws Exception {
        int space = call.indexOf(' ');
        return space < 0 ? get(call) : post(call.substring(0, space), call.substring(space + 1));
    }

    JsonNode get(String path) throws Exception {
        return ok(path, caller.get(path));
    }

    JsonNode post(String path, String body) throws Exception {
        return ok(path, caller.post(path, body));
    }

    void putCsv(String path, String csv) throws Exception {
        ok(path, caller.send(caller.to(path).header("Content-Type", "text/csv").PUT(BodyPublishers.ofString(csv))));
    }

    private static JsonNode ok(String path, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isBetween(200, 299);
        return Caller.json(answer);
    }

    /** Lets a paused job go on to its end, and answers where its history and its model are told. */
    List<String> resume(String job) throws Exception {
        post(job + "/resume", "");
        JsonNode links = get(job + "?wait=120").get("links");
        return List.of(links.get("cost").asString(), links.get("model").asString());
    }

    @Override
    public void close() {
        context.close();
    }
}
