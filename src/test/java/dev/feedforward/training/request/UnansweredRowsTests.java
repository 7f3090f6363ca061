package dev.feedforward.training.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.feedforward.Caller;
import dev.feedforward.FeedforwardTest;
import dev.feedforward.training.TrainingCalls;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Test rows of which nobody says what should be answered, as in the course's own program. */
@FeedforwardTest
class UnansweredRowsTests extends TrainingCalls {

    private static final String ROWS = "'testInputs': [[1,1,1,0],[0,1,1,0],[0,0,1,0],[1,0,0,0]]";

    @Test
    void answersTheCoursesTestRowsWithoutAnyFigure() throws Exception {
        JsonNode job = train("{'name': 'asked', " + ROWS + "}");

        JsonNode answered = train("{'name': 'judged'}");
        assertThat(job.get("result").get("test").propertyNames()).containsExactly("outputs");
        assertThat(job.get("result").get("test").get("outputs"))
                .isEqualTo(answered.get("result").get("test").get("outputs"));
        assertThat(job.get("warnings")).isEmpty();
        assertThat(history(job).has("testCost")).isFalse();
        assertThat(history(job).get("cost")).isEqualTo(history(answered).get("cost"));
        assertThat(model(job).get("figures").get("test"))
                .isEqualTo(job.get("result").get("test"));
        assertThat(get("/jobs").get("items").get(1).get("result").has("test")).isFalse();
    }

    @Test
    void answersClassesAndStandardisedNumbersInTheirOwnTerms() throws Exception {
        JsonNode classes = train("{'name': 'three', 'preset': 'classifier', 'inputs': [[1],[2],[3]],"
                + " 'answers': ['a','b','c'], 'testInputs': [[1],[2.5]], 'training': {'epochs': 20}}");
        assertThat(classes.get("result").get("test").get("outputs").get(1)).hasSize(3);

        Table plane = plane(1, 50);
        JsonNode job = train(Map.of(
                "name", "plane",
                "preset", "regressor",
                "inputs", plane.inputs,
                "answers", plane.answers,
                "testInputs", plane.inputs));
        JsonNode outputs = job.get("result").get("test").get("outputs");
        JsonNode predicted = predict(job, plane.inputs);
        for (int i = 0; i < 50; i++) {
            double expected = predicted.get(i).get("outputs").get(0).asDouble();
            assertThat(outputs.get(i).get(0).asDouble()).isCloseTo(expected, within(1e-9 * Math.abs(expected)));
        }
    }

    @Test
    void goesThroughSuchATrainingAgain() throws Exception {
        JsonNode job = train("{'name': 'replayed', " + ROWS + ", 'training': {'iterations': 50}}");

        JsonNode then = get("/predict?bits=1110&model=replayed&iteration=50");

        assertThat(then.get("outputs"))
                .isEqualTo(job.get("result").get("test").get("outputs").get(0));
        JsonNode next = train("{'from': {'model': 'replayed'}, " + ROWS + ", 'training': {'iterations': 1}}");
        assertThat(next.get("result").get("test").get("outputs")).hasSize(4);
    }

    @Test
    void printsTheTestPredictionsAsAScript() throws Exception {
        JsonNode job = train("{'name': 'script', " + ROWS + ", 'training': {'iterations': 5}}");

        String script =
                caller.get(job.get("links").get("model").asString() + "/numpy").body();

        assertThat(script).contains("# The test rows.\nROWS = [\n    [1.0, 1.0, 1.0, 0.0],\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evaluation", "mistakes", "importance"})
    void judgesNothingByThem(String what) throws Exception {
        String name = "unjudged-" + what;
        JsonNode job = train("{'name': '" + name + "', " + ROWS + ", 'training': {'iterations': 5}}");
        String path = job.get("links").get("model").asString() + "/" + what;

        HttpResponse<String> answer = caller.get(path);

        assertThat(answer.statusCode()).isEqualTo(409);
        JsonNode problem = Caller.json(answer);
        assertThat(problem.get("type").asString()).isEqualTo("/problems/no-test-rows");
        assertThat(problem.get("detail").asString())
                .isEqualTo("The 4 test rows of " + name
                        + " version 1 came without answers, so there is nothing to judge it by.");
        assertThat(problem.get("action").asString()).contains("testAnswers");
        assertThat(get(path + "?rows=training").get("of").asString()).isEqualTo("training");
    }
}
