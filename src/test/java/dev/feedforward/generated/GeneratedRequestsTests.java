package dev.feedforward.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.Caller;
import dev.feedforward.FeedforwardTest;
import dev.feedforward.OpenApiDocument;
import dev.feedforward.OpenApiJudge;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.test.context.TestPropertySource;

/**
 * Sends {@code -Dgenerated.requests} requests, drawn by {@code -Dgenerated.seed}, and judges each answer; the service
 * keeps its data in {@code -Dgenerated.data}, or else in a directory that is new.
 */
@FeedforwardTest
@TestPropertySource(properties = "feedforward.data-dir=${generated.data:target/test-data/${random.uuid}}")
@DirtiesContext(classMode = ClassMode.AFTER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class GeneratedRequestsTests {

    private static final int FEW = 1_000;
    private static final int CANCELLED_EVERY = 100;

    /** Where Tomcat's threads warn: nothing that is wrong with a request belongs into the log. */
    private static final Pattern LOGGED = Pattern.compile("(?m)^\\S+ +(?:WARN|ERROR) .*exec-\\d+] .*$");

    @Autowired
    private Caller caller;

    @Test
    void areAnsweredAsTheDocumentSays(CapturedOutput output) throws Exception {
        int requests = Integer.getInteger("generated.requests", FEW);
        long seed = Long.getLong("generated.seed", 1);
        OpenApiDocument document = new OpenApiDocument(Caller.json(caller.get("/v3/api-docs")));
        Requests drawn = new Requests(seed, document);
        Fixtures fixtures = new Fixtures(caller);
        Faults faults = new Faults(new OpenApiJudge(document), caller.port());
        for (int i = 0; i < requests; i++) {
            if (i % CANCELLED_EVERY == 0) {
                fixtures.cancelJobs();
            }
            send(drawn.draw(fixtures), fixtures, faults);
        }
        LoggerFactory.getLogger(getClass()).info("Seed {}: {}", seed, faults);
        assertThat(faults.all()).as("seed %d: %s", seed, faults).isEmpty();
        assertThat(List.of(200, 202, 204))
                .as("what a service would not answer that refuses everything: %s", faults)
                .allSatisfy(status -> assertThat(faults.count(status)).isGreaterThan(5));
        assertThat(LOGGED.matcher(output).results().map(line -> line.group())).isEmpty();
    }

    private void send(Sent sent, Fixtures fixtures, Faults faults) throws InterruptedException {
        try {
            HttpResponse<String> answer = caller.send(sent.to(caller));
            fixtures.seeTo(sent, answer);
            faults.judge(sent, answer);
        } catch (IOException e) {
            faults.add(sent, "no answer", e.toString());
        }
    }
}
