package dev.feedforward.web.caching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.Caller;
import dev.feedforward.FeedforwardTest;
import dev.feedforward.computing.Turns;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@FeedforwardTest
@TestPropertySource(properties = {"feedforward.computing.turns=1", "feedforward.computing.patience=1ms"})
class LastingAnswersTests {

    @Autowired
    private Caller caller;

    @Autowired
    private Turns turns;

    @BeforeEach
    void trainsTwice() throws Exception {
        if (caller.get("/models/lasting/versions/2").statusCode() == 404) {
            put("lasting", "x,y,answer\n" + "1,2,yes\n3,1,no\n2,5,yes\n5,2,no\n".repeat(10));
            for (int i = 0; i < 2; i++) {
                caller.post(
                        "/train?wait=60",
                        "{\"name\":\"lasting\",\"dataset\":\"lasting\",\"preset\":\"classifier\",\"training\":{\"epochs\":2}}");
            }
        }
    }

    @AfterEach
    void endsOwnTurn() {
        turns.end();
    }

    @Test
    void tellsWhoHasTheAnswerSoWithoutATurn() throws Exception {
        for (String path : new String[] {
            "/models/lasting/versions/1",
            "/models/lasting/versions/1/evaluation?rows=training",
            "/models/lasting/versions/1/importance?rows=training&format=png",
            "/models/lasting/versions/1/numpy",
            "/weights?model=lasting&version=1",
            "/weights?model=lasting",
            "/models/lasting"
        }) {
            HttpResponse<String> first = caller.get(path);
            assertThat(first.statusCode()).as(path).isEqualTo(200);
            assertThat(first.headers().firstValue("Vary").orElse("")).as(path).containsIgnoringCase("Accept");
            turns.begin("somebody");
            turns.take();

            HttpResponse<String> again = caller.send(caller.to(path).header("If-None-Match", "\"x\", " + tag(first)));

            assertThat(again.statusCode()).as(path).isEqualTo(304);
            assertThat(again.body()).as(path).isEmpty();
            assertThat(tag(again)).as(path).isEqualTo(tag(first));
            assertThat(again.headers().firstValue("Cache-Control"))
                    .as(path)
                    .isEqualTo(first.headers().firstValue("Cache-Control"));
            turns.end();
        }
    }

    @Test
    void isKeptOnlyWhereTheParametersNeverMeanAnythingElse() throws Exception {
        assertThat(cacheControl("/weights?model=lasting&version=1")).isEqualTo("max-age=600");
        assertThat(cacheControl("/models/lasting/versions/1/evaluation?rows=training"))
                .isEqualTo("max-age=600");
        assertThat(cacheControl("/weights?model=lasting")).isEqualTo("no-cache");
        assertThat(cacheControl("/weights")).isEqualTo("no-cache");
        assertThat(cacheControl("/models/lasting/versions/1/evaluation?dataset=lasting"))
                .isEqualTo("no-cache");
    }

    @Test
    void differsByModelQuestionAndForm() throws Exception {
        String tag = tag(caller.get("/weights?model=lasting&version=1"));
        assertThat(tag(caller.get("/weights?model=lasting&version=2"))).isNotEqualTo(tag);
        String json = tag(caller.send(
                caller.to("/models/lasting/versions/1/evaluation?rows=training").header("Accept", "application/json")));
        String png = tag(caller.send(
                caller.to("/models/lasting/versions/1/evaluation?rows=training").header("Accept", "image/png")));
        assertThat(png).isNotEqualTo(json);
    }

    @Test
    void followsTheDataSetThatTheModelIsJudgedBy() throws Exception {
        String path = "/models/lasting/versions/1/evaluation?rows=all&dataset=judge";
        put("judge", "x,y,answer\n0.1,0.2,yes\n0.3,0.4,no\n");
        HttpResponse<String> first = caller.get(path);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(caller.send(caller.to(path).header("If-None-Match", tag(first)))
                        .statusCode())
                .isEqualTo(304);

        put("judge", "x,y,answer\n0.1,0.2,no\n0.3,0.4,yes\n");

        HttpResponse<String> second = caller.send(caller.to(path).header("If-None-Match", tag(first)));
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(tag(second)).isNotEqualTo(tag(first));
    }

    @Test
    void endsWithTheRowsThatTheAnswerWasMadeOf() throws Exception {
        HttpResponse<String> trained =
                caller.post("/train?wait=60", "{\"name\":\"rowless\",\"training\":{\"epochs\":2}}");
        String evaluation = "/models/rowless/versions/1/evaluation?rows=training";
        String script = "/models/rowless/versions/1/numpy";
        String evaluationTag = tag(caller.get(evaluation));
        HttpResponse<String> withRows = caller.get(script);

        assertThat(caller.delete("/jobs/" + Caller.json(trained).get("id").asLong())
                        .statusCode())
                .isEqualTo(204);

        assertThat(caller.send(caller.to(evaluation).header("If-None-Match", evaluationTag))
                        .statusCode())
                .isEqualTo(409);
        HttpResponse<String> without = caller.send(caller.to(script).header("If-None-Match", tag(withRows)));
        assertThat(without.statusCode()).isEqualTo(200);
        assertThat(without.body()).isNotEqualTo(withRows.body());
    }

    @Test
    void isNotSaidOfProblemsAndOfNetworksInTraining() throws Exception {
        for (String path : new String[] {
            "/weights?model=none",
            "/weights?job=1",
            "/models/lasting/versions/1/importance?repeats=0",
            "/weights?version=x"
        }) {
            assertThat(caller.get(path).headers().firstValue("ETag")).as(path).isEmpty();
        }
    }

    private void put(String name, String csv) throws Exception {
        caller.send(caller.to("/datasets/" + name + "?answers=answer")
                .header("Content-Type", "text/csv")
                .PUT(BodyPublishers.ofString(csv)));
    }

    private String cacheControl(String path) throws Exception {
        return caller.get(path).headers().firstValue("Cache-Control").orElse(path + " has none");
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }
}
