package dev.feedforward.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.feedforward.Caller;
import dev.feedforward.FeedforwardTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Answers of networks that learned numbers by sigmoid outputs: numbers, wherever one asks. */
@FeedforwardTest
class NumberAnswersTests {

    /** Answers that are standardised, beyond what a sigmoid reaches. */
    private static final String STANDARDIZED = "{'name': 'standardized', 'inputs': [[0, 0], [0, 1], [1, 1]],"
            + " 'answers': [10, 20, 30], 'testInputs': [[1, 0]], 'testAnswers': [20],"
            + " 'training': {'standardizeAnswers': true}}";

    /** Answers between 0 and 1 that are neither. */
    private static final String FRACTIONS = "{'name': 'fractions', 'inputs': [[0, 0], [0, 1], [1, 1]],"
            + " 'answers': [0.2, 0.4, 0.7], 'testInputs': [[1, 0]], 'testAnswers': [1]}";

    @Autowired
    private Caller caller;

    private Asking asking;

    @BeforeEach
    void ask() {
        asking = new Asking(caller);
    }

    @Test
    void areNumbersInPredictions() throws Exception {
        asking.train(STANDARDIZED);
        asking.train(FRACTIONS);

        JsonNode standardized = asking.get("/predict?model=standardized&bits=01");
        JsonNode fraction = asking.get("/predict?model=fractions&bits=11");

        assertThat(standardized.get("answer").asDouble()).isCloseTo(20, within(3.0));
        assertThat(standardized.get("answer"))
                .isEqualTo(standardized.get("outputs").get(0));
        assertThat(fraction.get("answer").asDouble()).isCloseTo(0.7, within(0.1));
        assertThat(asking.get("/models/standardized").get("meaning").asString()).isEqualTo("numbers");
        assertThat(asking.get("/models/fractions").get("meaning").asString()).isEqualTo("numbers");
    }

    @Test
    void areAbsentWhereSeveralOutputsAnswer() throws Exception {
        asking.train("{'name': 'pairs', 'inputs': [[0, 0], [1, 1]], 'answers': [[0.2, 5], [0.7, 9]],"
                + " 'preset': 'regressor', 'training': {'epochs': 10, 'validationFraction': 0}}");

        JsonNode asked = asking.get("/predict?model=pairs&bits=01");

        assertThat(asked.has("answer")).isFalse();
        assertThat(asked.get("outputs")).hasSize(2);
    }

    @Test
    void areMeasuredAsNumbersEvenWhereTestAnswersAreBits() throws Exception {
        JsonNode job = asking.train(FRACTIONS);

        JsonNode evaluation = asking.get(model(job) + "/evaluation");
        JsonNode mistake = asking.get(model(job) + "/mistakes").get("items").get(0);

        assertThat(job.get("result").has("accuracy")).isFalse();
        assertThat(job.get("result").get("test").has("accuracy")).isFalse();
        assertThat(job.get("result").get("test").has("rmse")).isTrue();
        assertThat(evaluation.has("accuracy")).isFalse();
        assertThat(evaluation.get("rmse"))
                .isEqualTo(job.get("result").get("test").get("rmse"));
        assertThat(asking.get("/jobs/" + job.get("id").asLong() + "/evaluation").get("rmse"))
                .isEqualTo(evaluation.get("rmse"));
        assertThat(mistake.get("answer").isNumber()).isTrue();
        assertThat(mistake.get("expected").asDouble()).isEqualTo(1.0);
        assertThat(mistake.get("error").asDouble())
                .isCloseTo(1 - mistake.get("answer").asDouble(), within(1e-12));
    }

    @Test
    void areNumbersInTruthTablesWhichNoRuleJudges() throws Exception {
        asking.train(STANDARDIZED);

        JsonNode row =
                asking.get("/truth-table?model=standardized").get("items").get(1);

        assertThat(row.get("answer")).isEqualTo(row.get("outputs").get(0));
        assertThat(asking.refused("/truth-table?model=standardized&rule=.1", 400))
                .contains("rule=.1 answers 0 or 1", "answers with numbers");
    }

    @Test
    void changeWithoutBecomingOthers() throws Exception {
        asking.train(STANDARDIZED);

        JsonNode found = asking.get("/sensitivity?model=standardized&bits=01");

        assertThat(found.get("answer")).isEqualTo(found.get("outputs").get(0));
        assertThat(found.get("items").get(0).has("changesAnswer")).isFalse();
        assertThat(found.get("summary").asString()).startsWith("The answer changes most when bit ");
    }

    @Test
    void areNumbersInScriptsAndSurfaces() throws Exception {
        JsonNode job = asking.train(STANDARDIZED);

        assertThat(caller.get(model(job) + "/numpy").body())
                .contains("print(row, \"->\", outputs.tolist())")
                .doesNotContain(">= 0.5");
        assertThat(asking.get("/decision-surface?model=standardized")
                        .get("meaning")
                        .asString())
                .isEqualTo("numbers");
    }

    @Test
    void cannotBeExpectedToBeRight() throws Exception {
        HttpResponse<String> refused = caller.post(
                "/train",
                "{\"inputs\": [[0], [1]], \"answers\": [0, 1], \"training\": {\"standardizeAnswers\": true},"
                        + " \"expect\": {\"accuracyAtLeast\": 1}}");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("#/expect/accuracyAtLeast", "not standardised");
    }

    private static String model(JsonNode job) {
        return job.get("links").get("model").asString();
    }
}
