package dev.feedforward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.feedforward.nn.CourseReference;
import java.net.http.HttpResponse;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import tools.jackson.databind.JsonNode;

/** The whole story, as a learner lives it: train the course's network, watch it, ask it, look inside. */
@FeedforwardTest
@DirtiesContext(classMode = ClassMode.BEFORE_CLASS)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class CourseJourneyTests {

    private final CourseReference reference = CourseReference.load();

    @Autowired
    private Caller caller;

    private JsonNode job;

    @Test
    @Order(1)
    void sendsThoseWhoAskTooEarlyToTraining() throws Exception {
        HttpResponse<String> answer = caller.get("/predict?bits=0110");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Caller.json(answer).get("type").asString()).isEqualTo("/problems/no-model-yet");
        assertThat(Caller.json(answer).get("action").asString()).contains("curl", "/train");
    }

    @Test
    @Order(2)
    void trainsTheCoursesNetworkOnAnEmptyRequest() throws Exception {
        HttpResponse<String> answer = caller.post("/train?wait=60", "{}");

        assertThat(answer.statusCode()).isEqualTo(200);
        job = Caller.json(answer);
        assertThat(answer.headers().firstValue("Location"))
                .contains(job.get("links").get("self").asString());
        assertThat(job.get("status").asString()).isEqualTo("succeeded");
        assertThat(job.get("model").get("name").asString()).isEqualTo("course");
        assertThat(job.get("model").get("version").asInt()).isEqualTo(1);
        assertThat(job.get("stoppedBecause").asString()).isEqualTo("iterations");
        assertThat(job.get("progress").get("iteration").asLong()).isEqualTo(10_000);
        assertThat(job.get("progress").get("fraction").asDouble()).isEqualTo(1.0);
        assertThat(job.get("warnings")).isEmpty();
        JsonNode test = job.get("result").get("test");
        assertThat(test.get("accuracy").asDouble()).isEqualTo(1.0);
        for (int i = 0; i < 4; i++) {
            assertClose(test.get("outputs").get(i).get(0).asDouble(), reference.testOutputs()[i][0]);
        }
        JsonNode listed = get("/jobs").get("items").get(0).get("result").get("test");
        assertThat(listed.has("outputs")).isFalse();
        assertThat(listed.get("cost")).isEqualTo(test.get("cost"));
    }

    @Test
    @Order(3)
    void watchesTheCostFallAsInTheCourse() throws Exception {
        JsonNode history = get(job.get("links").get("cost").asString());

        assertThat(history.get("iteration")).hasSize(1_000);
        assertThat(history.get("iteration").get(999).asInt()).isEqualTo(9_990);
        for (int i = 0; i < 1_000; i++) {
            assertClose(history.get("cost").get(i).asDouble(), reference.cost()[i]);
        }
        assertThat(history.get("loss")).hasSize(1_000);
        assertThat(history.get("testCost")).hasSize(1_000);
        assertThat(get("/cost")).isEqualTo(history);
    }

    @Test
    @Order(4)
    void roundsTheCostAsTheCoursesPlotDoes() throws Exception {
        JsonNode cost = get("/cost?decimals=3").get("cost");

        for (int i = 0; i < 1_000; i++) {
            assertThat(cost.get(i).asDouble()).isEqualTo(reference.costRoundedTo3Decimals()[i]);
        }
    }

    @Test
    @Order(5)
    void answersAllSixteenPatternsAsTheCourseDoes() throws Exception {
        assertThat(reference.outputsOfAll16Patterns()).hasSize(16);
        for (var pattern : reference.outputsOfAll16Patterns().entrySet()) {
            JsonNode answer = get("/predict?bits=" + pattern.getKey());

            assertClose(answer.get("outputs").get(0).asDouble(), pattern.getValue());
            assertThat(answer.get("bits").asString()).isEqualTo(pattern.getKey());
            assertThat(answer.get("answer").asInt()).isEqualTo(pattern.getValue() >= 0.5 ? 1 : 0);
            assertThat(answer.get("seenInTraining").asBoolean())
                    .isEqualTo(List.of("0001", "0011", "0111", "1010", "1111").contains(pattern.getKey()));
        }
    }

    @Test
    @Order(6)
    void answersNumbersAndManyRowsAlike() throws Exception {
        JsonNode byBits = get("/predict?bits=0110&model=course&version=1");
        JsonNode byNumbers = get("/predict?inputs=0,1.0,1,0");
        JsonNode rows = Caller.json(caller.post("/predict", "{\"inputs\": [\"0110\", [0,1,1,0], [0.5,-2,1e3,0]]}"));

        assertThat(byNumbers).isEqualTo(byBits);
        assertThat(rows.get("model")).isEqualTo(byBits.get("model"));
        assertThat(rows.get("items")).hasSize(3);
        assertThat(rows.get("items").get(0).get("outputs")).isEqualTo(byBits.get("outputs"));
        assertThat(rows.get("items").get(1)).isEqualTo(rows.get("items").get(0));
        assertThat(rows.get("items").get(2).has("bits")).isFalse();
    }

    @Test
    @Order(7)
    void seesWhatTheNetworkReallyLearned() throws Exception {
        JsonNode table = get("/truth-table?rule=.11.");

        assertThat(table.get("patterns").asInt()).isEqualTo(16);
        assertThat(table.get("agreeing").asInt()).isEqualTo(12);
        assertThat(table.get("mistakes").valueStream().map(JsonNode::asString))
                .containsExactly("0100", "0101", "1100", "1101");
        assertThat(get("/truth-table?rule=.1..").get("agreeing").asInt()).isEqualTo(16);
        assertThat(get("/truth-table").has("agreeing")).isFalse();
    }

    @Test
    @Order(8)
    void looksAtTheModel() throws Exception {
        JsonNode model = get("/models/course/versions/1");

        assertThat(get("/models/course")).isEqualTo(model);
        JsonNode hidden = model.get("layers").get(0);
        assertThat(hidden.get("activation").asString()).isEqualTo("sigmoid");
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                assertClose(
                        hidden.get("weights").get(i).get(j).asDouble(),
                        reference.finalWeights().hidden()[i][j]);
            }
        }
        assertThat(model.get("training").get("seed").asInt()).isEqualTo(1);
        assertThat(model.get("training").get("loss").asString()).isEqualTo("half_sum_squared_error");
        assertThat(model.get("provenance").get("weightsSha256").asString()).matches("[0-9a-f]{64}");
        assertThat(model.get("provenance").get("java").asString())
                .isEqualTo(Runtime.version().toString());
    }

    @Test
    @Order(9)
    void trainsTheSameBitsAgainAsTheNextVersion() throws Exception {
        JsonNode again = Caller.json(caller.post("/train?wait=60", "{\"name\": \"course\"}"));

        assertThat(again.get("model").get("version").asInt()).isEqualTo(2);
        JsonNode first = get("/models/course/versions/1").get("provenance");
        JsonNode second = get("/models/course/versions/2").get("provenance");
        assertThat(second).isEqualTo(first);
        assertThat(get("/predict?bits=0110").get("model").get("version").asInt())
                .isEqualTo(2);
    }

    @Test
    @Order(10)
    void deletesWhatIsNoLongerNeeded() throws Exception {
        assertThat(caller.delete("/models/course/versions/2").statusCode()).isEqualTo(204);
        assertThat(get("/predict?bits=0110").get("model").get("version").asInt())
                .isEqualTo(1);
        assertThat(caller.get("/models/course/versions/2").statusCode()).isEqualTo(404);
        assertThat(caller.delete(job.get("links").get("self").asString()).statusCode())
                .isEqualTo(204);
        assertThat(caller.get(job.get("links").get("cost").asString()).statusCode())
                .isEqualTo(404);
        assertThat(caller.delete("/models/course").statusCode()).isEqualTo(204);
        assertThat(caller.get("/predict?bits=0110").statusCode()).isEqualTo(409);
        JsonNode next = Caller.json(caller.post("/train?wait=60", "{}"));
        assertThat(next.get("model").get("version").asInt()).isEqualTo(3);
    }

    private JsonNode get(String path) throws Exception {
        HttpResponse<String> answer = caller.get(path);
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
        return Caller.json(answer);
    }

    private static void assertClose(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, relative(expected));
    }

    private static Offset<Double> relative(double expected) {
        return within(1e-12 * Math.abs(expected));
    }
}
