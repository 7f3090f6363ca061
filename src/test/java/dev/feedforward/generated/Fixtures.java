package dev.feedforward.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.Caller;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What the requests are about: a model, a data set, a job that has ended and the one that was submitted last. */
final class Fixtures {

    static final String MODEL = "course";
    static final String DATASET = "flowers";

    private static final Set<String> ONGOING = Set.of("queued", "running", "paused");
    private static final String ROWS = "a,b,species\n1,2,x\n3,4,y\n5,6,x\n7,8,y\n9,9,x\n";

    private final Caller caller;
    private long job;
    private long version;
    private long lastJob;

    Fixtures(Caller caller) throws IOException, InterruptedException {
        this.caller = caller;
        train();
        upload();
    }

    /** Makes again what a request has deleted, and remembers the job that one has submitted. */
    void seeTo(Sent sent, HttpResponse<String> answer) throws IOException, InterruptedException {
        if (answer.statusCode() == 204) {
            if (sent.path().startsWith("/datasets")) {
                upload();
            } else {
                train();
            }
        } else if (answer.statusCode() == 202 && "train".equals(sent.operation().id())) {
            lastJob = Caller.json(answer).get("id").asLong();
        }
    }

    /** Ends the trainings that requests have begun. */
    void cancelJobs() throws IOException, InterruptedException {
        for (JsonNode item : Caller.json(caller.get("/jobs?limit=200")).get("items")) {
            if (ONGOING.contains(item.path("status").asString())) {
                caller.post("/jobs/" + item.get("id").asLong() + "/cancel", "");
            }
        }
    }

    private void train() throws IOException, InterruptedException {
        // Or it may wait for jobs that requests have begun, and that never end.
        cancelJobs();
        HttpResponse<String> trained =
                caller.post("/train?wait=60", "{\"name\": \"" + MODEL + "\", \"training\": {\"iterations\": 200}}");
        assertThat(trained.statusCode()).as(trained.body()).isEqualTo(200);
        job = Caller.json(trained).get("id").asLong();
        version = Caller.json(trained).at("/model/version").asLong();
        lastJob = job;
    }

    private void upload() throws IOException, InterruptedException {
        HttpResponse<String> uploaded = caller.send(caller.to("/datasets/" + DATASET + "?answers=species")
                .header("Content-Type", "text/csv")
                .PUT(BodyPublishers.ofString(ROWS)));
        assertThat(uploaded.statusCode()).as(uploaded.body()).isIn(200, 201);
    }

    long endedJob() {
        return job;
    }

    long anyJob(Values values) {
        return values.chance(0.5) ? lastJob : job;
    }

    long version() {
        return version;
    }
}
