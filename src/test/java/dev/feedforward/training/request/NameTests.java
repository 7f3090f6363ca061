package dev.feedforward.training.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.Caller;
import dev.feedforward.FeedforwardTest;
import dev.feedforward.json.name.PlainName;
import dev.feedforward.training.TrainingCalls;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What data sets and models may be called, wherever a name is given. */
@FeedforwardTest
class NameTests extends TrainingCalls {

    private static final String ROWS = "a,b\n1,2\n2,3\n3,4\n4,5\n5,6\n";

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "...", ".hidden", "-rf", "a b", "a/b", "é", "a;b", "a%2e", "", "a\\r\\nb"})
    void refusesModelNamesThatNoPathCanBear(String name) throws Exception {
        assertFault("{'name': '%s'}".formatted(name), "#/name", PlainName.MESSAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "...", ".hidden", "-rf", "a%20b", "a%2Fb", "%C3%A9", "a%3Bb", "%2e%2e"})
    void refusesNamesOfFilesToTrainOnThatNoPathCanBear(String name) throws Exception {
        int before = datasets();

        HttpResponse<String> refused = caller.send(caller.to("/train?name=" + name)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(ROWS)));

        assertThat(refused.statusCode()).describedAs(refused.body()).isEqualTo(400);
        assertThat(Caller.json(refused).get("detail").asString())
                .startsWith("name " + PlainName.MESSAGE + ", but is ")
                .doesNotContain("[");
        assertThat(datasets()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {".", "..", "...", ".hidden", "-rf", "a%20b", "a%2Fb", "%C3%A9", "a%3Bb", "a;b", "%2e", "%2e%2e"})
    void storesNoDataSetUnderANameThatNoPathCanBear(String name) throws Exception {
        int before = datasets();

        HttpResponse<String> refused =
                caller.send(caller.to("/datasets/" + name).PUT(BodyPublishers.ofString(ROWS)));

        assertThat(refused.statusCode()).describedAs(refused.body()).isBetween(400, 499);
        assertThat(datasets()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "_", "A.b-c_9", "a..", "versions", "rows", "NUL", "1.5"})
    void servesAndDeletesWhatHasAPlainName(String name) throws Exception {
        JsonNode job = train("{'name': '%s', 'training': {'iterations': 1}}".formatted(name));
        HttpResponse<String> put = caller.send(caller.to("/datasets/" + name).PUT(BodyPublishers.ofString(ROWS)));

        assertThat(model(job).get("name").asString()).isEqualTo(name);
        assertThat(caller.delete("/models/" + name).statusCode()).isEqualTo(204);
        assertThat(put.headers().firstValue("Location")).contains("/datasets/" + name);
        assertThat(get("/datasets/" + name).get("rows").asInt()).isEqualTo(5);
        assertThat(caller.delete("/datasets/" + name).statusCode()).isEqualTo(204);
    }

    @Test
    void keepsTheNamesOfWhatTheServiceBringsAlong() throws Exception {
        HttpResponse<String> put = caller.send(caller.to("/datasets/xor").PUT(BodyPublishers.ofString(ROWS)));
        HttpResponse<String> train = caller.send(
                caller.to("/train?name=xor").header("Content-Type", "text/csv").POST(BodyPublishers.ofString(ROWS)));

        assertThat(put.statusCode()).isEqualTo(409);
        assertThat(train.statusCode()).isEqualTo(409);
    }

    @Test
    void documentsThePatternWhereverANameIsGiven() throws Exception {
        JsonNode document = get("/v3/api-docs");

        assertThat(document.at("/components/schemas/TrainRequest/properties/name/pattern")
                        .asString())
                .isEqualTo(PlainName.PATTERN);
        assertThat(document.at("/paths/~1datasets~1{name}/put/parameters/0/schema/pattern")
                        .asString())
                .isEqualTo(PlainName.PATTERN);
    }

    @Test
    void tellsThePageTheSamePattern() throws Exception {
        assertThat(get("/vocabulary").at("/bounds/name").asString()).isEqualTo(PlainName.PATTERN);
    }

    private int datasets() throws Exception {
        return get("/datasets?limit=200").get("items").size();
    }

    @Test
    void refusesALabelThatIsALongText() throws Exception {
        HttpResponse<String> answer =
                caller.post("/train", "{\"inputs\":[[1],[2]],\"answers\":[\"a\",\"" + "b".repeat(201) + "\"]}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Caller.json(answer).get("detail").asString())
                .isEqualTo("#/answers/1: a text of 201 characters is no class label: one has at most 200");
    }
}
