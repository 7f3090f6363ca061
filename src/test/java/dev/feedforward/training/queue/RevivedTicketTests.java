package dev.feedforward.training.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.feedforward.Caller;
import dev.feedforward.FeedforwardTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An instance that was taken for dead while it trained finds its ticket in other hands. */
@FeedforwardTest
@ExtendWith(OutputCaptureExtension.class)
class RevivedTicketTests {

    @Autowired
    private Caller caller;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void isNoErrorInTheLog(CapturedOutput output) throws Exception {
        long id = Caller.json(caller.post("/train?wait=1", "{\"training\": {\"iterations\": 1000000000}}"))
                .get("id")
                .asLong();
        assertThat(jdbc.sql("update scheduled_tasks set version = version + 1 where task_instance = :ticket")
                        .param("ticket", id + "-1")
                        .update())
                .isOne();

        caller.post("/jobs/" + id + "/cancel", "");

        await().until(() -> output.getOut().contains("Ticket %d-1 is another instance's by now".formatted(id)));
        assertThat(output.getOut()).doesNotContain("ERROR");
    }
}
