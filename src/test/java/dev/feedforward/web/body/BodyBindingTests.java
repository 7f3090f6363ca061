package dev.feedforward.web.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.Caller;
import dev.feedforward.web.ServiceTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServiceTest
class BodyBindingTests {

    @Autowired
    private Caller caller;

    @Test
    void readsGoodBody() throws Exception {
        HttpResponse<String> answer = caller.post("/sample/needed", """
                {"name": "mine", "training": {"learningRate": 1, "iterations": 1e2, "seed": 9007199254740993},
                 "rows": [[0, 1.5], []], "layers": [{"neurons": 4}], "flavour": "deep_blue",
                 "range": {"from": 1, "to": 2}}""");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Caller.json(answer).at("/training/iterations").intValue()).isEqualTo(100);
        assertThat(Caller.json(answer).at("/training/seed").longValue()).isEqualTo(9007199254740993L);
        assertThat(Caller.json(answer).at("/rows/0/1").doubleValue()).isEqualTo(1.5);
        assertThat(Caller.json(answer).at("/flavour").stringValue()).isEqualTo("deep_blue");
    }

    @Test
    void tellsAllFaultsAtOnceWhenBindingConstraintsAndChecksFind() throws Exception {
        assertThat(faults("""
                {"nmae": [{"a": 1}], "dropuot": 0.1,
                 "training": {"learningRate": -1, "iterations": 5000, "epochs": 3, "seed": 1.5, "shuffle": "true"},
                 "rows": [[0, null, "NaN"], 7, [1e999]],
                 "layers": [{"neurons": "4", "dropout": 2}, null, 5, {"neurons": null}],
                 "flavour": "deep_blu"}"""))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry(
                                "#/nmae",
                                "\"nmae\" is not a field here: did you mean \"name\"? Otherwise leave it out"),
                        Map.entry(
                                "#/dropuot",
                                "\"dropuot\" is not a field here, unlike name, training, rows, layers, flavour, range:"
                                        + " leave it out"),
                        Map.entry("#/training/learningRate", "must be greater than 0, but is -1.0"),
                        Map.entry("#/training/iterations", "must be less than or equal to 1000, but is 5000"),
                        Map.entry("#/training/epochs", "give iterations or epochs, not both"),
                        Map.entry("#/training/seed", "must be a whole number, but is 1.5"),
                        Map.entry(
                                "#/training/shuffle",
                                "must be true or false, but is the string \"true\" (write it without quotes)"),
                        Map.entry("#/rows/0/1", "must be a number, but is null"),
                        Map.entry(
                                "#/rows/0/2", "must be a number, but is the string \"NaN\" (write it without quotes)"),
                        Map.entry("#/rows/1", "must be a list, but is 7: write [7]"),
                        Map.entry("#/rows/2/0", "must be between -1.8e308 and 1.8e308, but is 1e999"),
                        Map.entry(
                                "#/layers/0/neurons",
                                "must be a whole number, but is the string \"4\" (write it without quotes)"),
                        Map.entry("#/layers/0/dropout", "must be less than or equal to 1, but is 2.0"),
                        Map.entry("#/layers/1", "must be an object, but is null"),
                        Map.entry("#/layers/2", "must be an object, but is 5"),
                        Map.entry("#/layers/3/neurons", "must be a whole number, but is null"),
                        Map.entry(
                                "#/flavour",
                                "must be one of plain, deep_blue, but is the string \"deep_blu\"; did you mean"
                                        + " \"deep_blue\"?")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"flavour": "Plain"}                        | #/flavour
            {"flavour": ""}                             | #/flavour
            {"flavour": 0}                              | #/flavour
            {"training": ""}                            | #/training
            {"training": []}                            | #/training
            {"training": {"iterations": 3000000000}}    | #/training/iterations
            {"training": {"iterations": 1e99}}          | #/training/iterations
            {"training": {"seed": 99999999999999999999}}| #/training/seed
            {"training": {"learningRate": {"a": [1]}}}  | #/training/learningRate
            {"training": {"iterations": true}}          | #/training/iterations
            {"name": 5}                                 | #/name
            {"rows": {}}                                | #/rows
            {"layers": "x"}                             | #/layers
            {"range": {"from": 3, "to": 1}}             | #/range
            {"a b/c": 1}                                | #/a%20b~1c
            {"zzzzzzzzzz": 1}                           | #/zzzzzzzzzz
            null                                        | #
            5                                           | #
            [{}]                                        | #
            "text"                                      | #""")
    void pointsAtTheFault(String body, String pointer) throws Exception {
        assertThat(faults(body)).containsOnlyKeys(pointer);
    }

    @Test
    void blamesOnlyTheValueWhenConstructorChokesOnItsStandIn() throws Exception {
        assertThat(faults("{\"range\": {\"from\": 3, \"to\": \"4\"}}")).containsOnlyKeys("#/range/to");
    }

    @Test
    void listsKnownFieldsWhenNoneIsNear() throws Exception {
        assertThat(faults("{\"training\": {\"zzzzzzzzz\": 1}}").get("#/training/zzzzzzzzz"))
                .contains("learningRate, iterations, epochs, seed, shuffle");
    }

    @Test
    void tellsFirstHundredAndCountsTheRest() throws Exception {
        HttpResponse<String> answer = caller.post("/sample", "{\"rows\": [[" + "null,".repeat(199) + "null]]}");
        assertThat(Caller.json(answer).get("errors")).hasSize(100);
        assertThat(Caller.json(answer).get("detail").stringValue())
                .contains("200")
                .contains("first 100");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " \n ",
                "{",
                "{\"name\": \"a\"} x",
                "{} {}",
                "x{}",
                "{'name': 1}",
                "{\"name\": \"a\", \"name\": \"b\"}",
                "{\"zzz\": {\"a\": 1, \"a\": 2}}",
                "{\"training\": {\"seed\": \"bad\"},}",
                "{\"rows\": [[NaN]]}"
            })
    void refusesWhatIsNotOneJsonValue(String body) throws Exception {
        HttpResponse<String> answer = caller.post("/sample", body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Caller.json(answer).get("type").stringValue()).isEqualTo("/problems/malformed-json");
        assertThat(Caller.json(answer).get("detail").stringValue()).containsPattern("^Line \\d+, column \\d+: ");
        assertThat(Caller.json(answer).get("action").stringValue()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"name\":", "{\"zzz\":", "{\"rows\":["})
    void refusesNestingTenThousandDeep(String opening) throws Exception {
        HttpResponse<String> answer = caller.post("/sample", opening.repeat(10_000));
        assertThat(answer.statusCode()).isIn(400);
        assertThat(Caller.json(answer).get("type").stringValue()).isEqualTo("/problems/malformed-json");
    }

    @Test
    void readsAnyJsonType() throws Exception {
        HttpResponse<String> answer = caller.send(caller.to("/sample/needed")
                .header("Content-Type", "application/merge-patch+json")
                .POST(BodyPublishers.ofString("{\"name\": \"a\"}")));
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void writesNullForNumbersThatAreNotFinite() throws Exception {
        assertThat(caller.get("/numbers").body())
                .isEqualTo("{\"single\":null,\"boxed\":null,\"row\":[1.5,null,null],\"rows\":[[1.5,null,null]],"
                        + "\"flavour\":\"deep_blue\"}");
    }

    private Map<String, String> faults(String body) throws Exception {
        HttpResponse<String> answer = caller.post("/sample", body);
        JsonNode problem = Caller.json(answer);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(problem.get("type").stringValue()).isEqualTo("/problems/invalid-request");
        Map<String, String> faults = new TreeMap<>();
        problem.get("errors").forEach(fault -> {
            String pointer = fault.get("pointer").stringValue();
            assertThat(faults.put(pointer, fault.get("detail").stringValue()))
                    .as(pointer)
                    .isNull();
        });
        return faults;
    }
}
