package dev.feedforward.training.events;

import dev.feedforward.training.history.CostHistory;
import dev.feedforward.training.job.Job;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes Server-Sent Events, as the HTML standard has them (section 9.2): fields in lines, an empty line after each
 * event. The data are one line of the JSON that other calls answer.
 */
@Component
class EventWriter {

    private static final byte[] COMMENT = bytes(": still here\n\n");

    private final JsonMapper json;

    EventWriter(JsonMapper json) {
        this.json = json;
    }

    byte[] status(Job job) {
        return bytes("event: status\ndata: " + json.writeValueAsString(job) + "\n\n");
    }

    byte[] done(Job job) {
        return bytes("event: done\ndata: " + json.writeValueAsString(job) + "\n\n");
    }

    /** @param id the last iteration in {@code history}, with which a reader asks for what comes after it */
    byte[] cost(CostHistory history, long id) {
        return bytes("event: cost\nid: " + id + "\ndata: " + json.writeValueAsString(history) + "\n\n");
    }

    /** Nothing to a reader; keeps the connection, and finds out whether it is still there. */
    byte[] comment() {
        return COMMENT;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
