package dev.feedforward.training.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.Caller;
import dev.feedforward.FeedforwardTest;
import dev.feedforward.training.TrainingCalls;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** From a file to a trained network to an answer, over HTTP. */
@FeedforwardTest
class DatasetTrainingTests extends TrainingCalls {

    @Test
    void refusesToDrawADataSetThatWasUploaded() throws Exception {
        caller.send(caller.to("/datasets/as-it-is").PUT(BodyPublishers.ofString("a,b\n1,2\n2,3\n")));

        HttpResponse<String> answer =
                caller.post("/train", "{\"dataset\": {\"name\": \"as-it-is\", \"noise\": 10, \"seed\": 2}}");

        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(422);
        assertThat(answer.body())
                .contains("#/dataset/noise", "#/dataset/seed", "\\\"as-it-is\\\" was uploaded")
                .doesNotContain("#/dataset/samples");
    }

    @Test
    void trainsStraightFromAFile() throws Exception {
        HttpResponse<String> answer = postCsv(
                "/train?answers=kind&preset=classifier&hidden=8&epochs=60&name=fruit&wait=60",
                fruit(150).getBytes(StandardCharsets.UTF_8));

        JsonNode job = ok(answer);
        assertThat(job.get("model").get("name").asString()).isEqualTo("fruit");
        assertThat(job.get("result").get("test").get("accuracy").asDouble()).isGreaterThan(0.9);
        assertThat(job.get("result").get("test").get("outputs")).hasSize(30);
        assertThat(get("/datasets/fruit").get("testRows").asInt()).isEqualTo(30);
        assertThat(model(job).get("layers")).hasSize(2);
    }

    @Test
    void tellsTheColumnsOfAModelAndLeavesOutputsOutOfTheList() throws Exception {
        JsonNode job = ok(postCsv(
                "/train?answers=kind&preset=classifier&hidden=4&epochs=1&name=columns&wait=60",
                ("colour,size,kind\n" + "red,1,a\nblue,2,b\n".repeat(10)).getBytes(StandardCharsets.UTF_8)));

        JsonNode columns = model(job).get("columns");
        assertThat(columns.get(0).toString())
                .isEqualTo("{\"name\":\"colour\",\"kind\":\"category\",\"categories\":[\"blue\",\"red\"]}");
        assertThat(columns.get(1).toString()).isEqualTo("{\"name\":\"size\",\"kind\":\"number\",\"categories\":[]}");
        JsonNode listed = get("/models?name=columns").get("items").get(0).get("figures");
        assertThat(listed.get("test").has("accuracy")).isTrue();
        assertThat(listed.get("test").has("outputs")).isFalse();
        assertThat(model(train("{'name': 'no-columns', 'training': {'iterations': 1}}"))
                        .has("columns"))
                .isFalse();
    }

    @Test
    void takesAFileCompressedByGzipAndRefusesABadOneWithItsPlace() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(fruit(40).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(postCsv("/train?preset=classifier&wait=60", bytes.toByteArray())
                        .statusCode())
                .isEqualTo(200);

        HttpResponse<String> refused =
                postCsv("/train?wait=60", (fruit(40) + "1,2\n").getBytes(StandardCharsets.UTF_8));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Caller.json(refused).get("errors").get(0).get("pointer").asString())
                .contains("line 42");
    }

    @Test
    void refusesAnEmptyFileRatherThanTrainTheCourse() throws Exception {
        HttpResponse<String> refused = postCsv("/train", new byte[0]);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Caller.json(refused).get("detail").asString()).contains("is empty");
    }

    @Test
    void startsOneJobForAFileThatIsSentAgainWithItsKey() throws Exception {
        String path = "/train?name=keyed&hidden=4&epochs=1&wait=60";
        HttpResponse<String> first = postCsv(path, fruit(30), "file-1");

        assertThat(ok(postCsv(path, fruit(30), "file-1")).get("id"))
                .isEqualTo(ok(first).get("id"));
        assertThat(postCsv(path, fruit(33), "file-1").statusCode()).isEqualTo(409);
        assertThat(postCsv(path.replace("hidden=4", "hidden=5"), fruit(30), "file-1")
                        .statusCode())
                .isEqualTo(409);
        assertThat(get("/datasets/keyed").get("rows").asInt()).isEqualTo(30);
        assertThat(ok(postCsv(path, fruit(33), "file-2")).get("id"))
                .isNotEqualTo(ok(first).get("id"));
    }

    @Test
    void answersByNameWithCategoriesAndMissingValues() throws Exception {
        put("/datasets/mixed?answers=price&missing=mean&test=0.25", mixed());
        JsonNode job = train("{'dataset': 'mixed', 'preset': 'regressor', 'name': 'mixed',"
                + " 'network': {'hidden': [16]}, 'training': {'epochs': 300}}");
        assertThat(job.get("result").get("test").get("r2").asDouble()).isGreaterThan(0.9);

        JsonNode items = ask("[{'size': 2, 'colour': 'red'}, [2, 'red'], {'colour': 'red', 'size': null}, [2, null]]");

        assertThat(items.get(0).get("outputs")).isEqualTo(items.get(1).get("outputs"));
        // Inputs as the network takes them: the size, then blue and red.
        assertThat(items.get(0).get("inputs").toString()).isEqualTo("[2,0,1]");
        assertThat(items.get(2).get("inputs").get(0).asDouble()).isBetween(1.0, 9.0);
        assertThat(items.get(3).get("inputs").toString()).isEqualTo("[2,0,0]");
    }

    @Test
    void saysAllThatIsWrongWithAQuestion() throws Exception {
        put("/datasets/asked?answers=price", "size,colour,price\n1,red,1\n2,blue,2\n3,red,3\n4,blue,4\n");
        train("{'dataset': 'asked', 'preset': 'regressor', 'name': 'asked', 'training': {'epochs': 2}}");

        HttpResponse<String> answer = caller.post(
                "/predict?model=asked",
                "{\"inputs\": [{\"sise\": 1}, [1, \"red\", 3], [\"x\", \"green\"], [null, \"red\"], [1, 2]]}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Caller.json(answer).get("errors"))
                .extracting(error -> error.get("pointer").asString())
                .contains(
                        "#/inputs/0/sise",
                        "#/inputs/0/size",
                        "#/inputs/1",
                        "#/inputs/2/0",
                        "#/inputs/2/1",
                        "#/inputs/3/0",
                        "#/inputs/4/1");
        assertThat(answer.body()).contains("did you mean \\\"size\\\"", "none of the categories");
    }

    @Test
    void takesWholeNumbersAsClassesForAClassifierAndAsNumbersOtherwise() throws Exception {
        put("/datasets/digits3?answers=digit", "x,digit\n0,3\n1,7\n2,9\n0.1,3\n1.1,7\n2.1,9\n");

        assertThat(train("{'dataset': 'digits3', 'preset': 'classifier', 'training': {'epochs': 2}}")
                        .get("result")
                        .get("classes"))
                .extracting(figures -> figures.get("label").asString())
                .containsExactly("3", "7", "9");
        assertThat(train("{'dataset': 'digits3', 'preset': 'regressor', 'training': {'epochs': 2}}")
                        .get("result")
                        .has("classes"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"course", "and", "or", "xor", "majority", "parity-4", "circle", "gauss"})
    void trainsOnEveryBuiltInSet(String name) throws Exception {
        JsonNode job = train("{'dataset': '%s', 'network': {'hidden': [8], 'bias': true}}".formatted(name));

        assertThat(job.get("model").get("name").asString()).isEqualTo(name);
        assertThat(job.get("result").get("accuracy").asDouble()).isGreaterThan(0.9);
    }

    @Test
    void drawsABuiltInSetAsItIsAsked() throws Exception {
        JsonNode job = train("{'dataset': {'name': 'spiral', 'noise': 10, 'samples': 60, 'seed': 3},"
                + " 'training': {'iterations': 10}}");

        assertThat(job.get("result").get("test").get("outputs")).hasSize(30);
        assertThat(model(job).get("provenance").get("dataset").toString())
                .isEqualTo("{\"name\":\"spiral\",\"noise\":10,\"samples\":60,\"seed\":3}");
        assertFault("{'dataset': {'name': 'spiral', 'noise': 51}}", "#/dataset/noise", "50");
        assertFault("{'dataset': {'name': 'xor', 'samples': 9}}", "#/dataset", "takes no samples");
        assertFault("{'dataset': {'noise': 9}}", "#/dataset/name", "missing");
        assertFault("{'dataset': 'xor', " + XOR + "}", "#/dataset", "leave one of the two out");
    }

    @Test
    void tellsTheHashOfTheFileThatAModelWasTrainedOn() throws Exception {
        String file = fruit(60);
        put("/datasets/hashed?answers=kind", file);

        JsonNode job = train("{'dataset': 'hashed', 'preset': 'classifier', 'training': {'epochs': 1}}");

        String sha256 = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(file.getBytes(StandardCharsets.UTF_8)));
        assertThat(model(job).get("provenance").get("dataset").toString())
                .isEqualTo("{\"name\":\"hashed\",\"sha256\":\"%s\"}".formatted(sha256));
    }

    @Test
    void leavesTheOutputsOfManyTestRowsOut() throws Exception {
        put("/datasets/many?answers=kind&test=0.5", fruit(8_000));
        JsonNode test = train("{'dataset': 'many', 'preset': 'classifier', 'training': {'epochs': 1}}")
                .get("result")
                .get("test");

        assertThat(test.has("outputs")).isFalse();
        assertThat(test.get("accuracy").asDouble()).isGreaterThan(0.5);
    }

    @Test
    void goesOnFromAModelOnlyWithItsColumns() throws Exception {
        put("/datasets/first?answers=price", "size,colour,price\n1,red,1\n2,blue,2\n3,red,3\n4,blue,4\n");
        put("/datasets/second?answers=price", "size,weight,price\n1,1,1\n2,1,2\n3,2,3\n4,2,4\n");
        train("{'dataset': 'first', 'preset': 'regressor', 'name': 'first', 'training': {'epochs': 2}}");

        train("{'dataset': 'first', 'from': {'model': 'first'}, 'training': {'epochs': 2}}");
        HttpResponse<String> refused = post("{'dataset': 'second', 'from': {'model': 'first'}}");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("#/dataset", "size, colour");
    }

    @Test
    void knowsNoDataSetThatIsNotThere() throws Exception {
        HttpResponse<String> answer = post("{'dataset': 'spirale'}");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Caller.json(answer).get("type").asString()).isEqualTo("/problems/dataset-not-found");
        assertThat(Caller.json(answer).get("detail").asString()).contains("Did you mean \"spiral\"?");
    }

    @Test
    void keepsADataSetWhileAJobTrainsOnIt() throws Exception {
        put("/datasets/busy?answers=kind", fruit(30));
        HttpResponse<String> endless =
                caller.post("/train", "{\"dataset\": \"busy\", \"training\": {\"iterations\": 1000000000}}");
        String job = Caller.json(endless).get("links").get("self").asString();

        assertThat(caller.delete("/datasets/busy").statusCode()).isEqualTo(409);
        caller.post(job + "/cancel", "");
        assertThat(caller.delete("/datasets/busy").statusCode()).isEqualTo(204);
    }

    private JsonNode ask(String inputs) throws Exception {
        String body = "{'inputs': %s}".formatted(inputs).replace('\'', '"');
        return ok(caller.post("/predict?model=mixed", body)).get("items");
    }

    private void put(String path, String csv) throws Exception {
        HttpResponse<String> answer =
                caller.send(caller.to(path).header("Content-Type", "text/csv").PUT(BodyPublishers.ofString(csv)));
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(201);
    }

    private HttpResponse<String> postCsv(String path, byte[] file) throws Exception {
        return caller.send(caller.to(path).header("Content-Type", "text/csv").POST(BodyPublishers.ofByteArray(file)));
    }

    private HttpResponse<String> postCsv(String path, String file, String key) throws Exception {
        return caller.send(caller.to(path)
                .header("Content-Type", "text/csv")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(file)));
    }

    /** Three kinds that lie apart. */
    private static String fruit(int rows) {
        Random random = new Random(5);
        StringBuilder csv = new StringBuilder("length,weight,kind\n");
        for (int i = 0; i < rows; i++) {
            String kind = new String[] {"apple", "banana", "cherry"}[i % 3];
            double[] centre = new double[][] {{7, 150}, {18, 120}, {2, 8}}[i % 3];
            csv.append(String.format(
                    Locale.ROOT,
                    "%.2f,%.1f,%s%n",
                    centre[0] + random.nextGaussian(),
                    centre[1] + 2 * random.nextGaussian(),
                    kind));
        }
        return csv.toString();
    }

    /** price = 3 size, and 10 more where it is red; some sizes are missing. */
    private static String mixed() {
        StringBuilder csv = new StringBuilder("size,colour,price\n");
        for (int i = 0; i < 200; i++) {
            double size = 1 + i % 9;
            boolean red = i % 2 == 0;
            csv.append(i % 50 == 49 ? "" : String.valueOf(size))
                    .append(red ? ",red," : ",blue,")
                    .append(3 * size + (red ? 10 : 0))
                    .append('\n');
        }
        return csv.toString();
    }
}
