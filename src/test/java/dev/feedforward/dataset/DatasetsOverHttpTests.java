package dev.feedforward.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.feedforward.Caller;
import dev.feedforward.FeedforwardTest;
import dev.feedforward.dataset.store.DatasetSweeper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@FeedforwardTest
class DatasetsOverHttpTests {

    private static final String FLOWERS = """
            petal length,petal width,species
            1.4,0.2,setosa
            1.3,0.2,setosa
            4.7,1.4,versicolor
            4.5,1.5,versicolor
            """;

    @Autowired
    private Caller caller;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DatasetSweeper sweeper;

    @Test
    void offersFishersIrisesToUpload() throws Exception {
        HttpResponse<String> file = caller.get("/samples/iris.csv");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type")).hasValue("text/csv");

        HttpResponse<String> stored = put("/datasets/irises?answers=species&test=0.2", file.body(), "text/csv");

        assertThat(stored.statusCode()).as(stored.body()).isEqualTo(201);
        assertThat(Caller.json(stored).get("rows").asInt()).isEqualTo(150);
        assertThat(Caller.json(stored).get("columns").get(4).get("rows").toString())
                .isEqualTo("{\"setosa\":50,\"versicolor\":50,\"virginica\":50}");
    }

    @Test
    void storesLooksAtReplacesAndDeletes() throws Exception {
        HttpResponse<String> stored = put("/datasets/story?answers=species&test=0.5", FLOWERS, "text/csv");
        assertThat(stored.statusCode()).as(stored.body()).isEqualTo(201);
        assertThat(stored.headers().firstValue("Location")).hasValue("/datasets/story");
        JsonNode told = Caller.json(stored);
        assertThat(told.get("rows").asInt()).isEqualTo(4);
        assertThat(told.get("testRows").asInt()).isEqualTo(2);
        assertThat(told.get("columns").get(2).get("rows").get("setosa").asInt()).isEqualTo(2);
        assertThat(told.get("preview").get(0).toString()).isEqualTo("[1.4,0.2,\"setosa\"]");
        assertThat(Caller.json(caller.get("/datasets/story"))).isEqualTo(told);

        HttpResponse<String> replaced = put("/datasets/story", "[{\"x\": 1, \"y\": 2}]", "application/json");
        assertThat(replaced.statusCode()).as(replaced.body()).isEqualTo(200);
        assertThat(Caller.json(caller.get("/datasets/story")).get("rows").asInt())
                .isEqualTo(1);

        assertThat(caller.delete("/datasets/story").statusCode()).isEqualTo(204);
        assertThat(caller.get("/datasets/story").statusCode()).isEqualTo(404);
        assertThat(caller.delete("/datasets/story").statusCode()).isEqualTo(404);
    }

    @Test
    void takesWhatPeoplesToolsSend() throws Exception {
        for (String type : List.of(
                "text/plain",
                "application/octet-stream",
                "application/x-www-form-urlencoded",
                "application/vnd.ms-excel",
                "text/csv; charset=utf-8")) {
            assertThat(put("/datasets/tools", FLOWERS, type).statusCode())
                    .as(type)
                    .isLessThan(300);
        }
        HttpRequest.Builder untyped = caller.to("/datasets/tools").PUT(BodyPublishers.ofString(FLOWERS));
        assertThat(caller.send(untyped).statusCode()).isEqualTo(200);
        HttpResponse<String> picture = put("/datasets/tools", FLOWERS, "image/png");
        assertThat(picture.statusCode()).isEqualTo(415);
        assertThat(picture.body()).contains("text/csv", "--data-binary");
    }

    @Test
    void takesGzipHoweverItIsSaid() throws Exception {
        HttpRequest.Builder encoded = caller.to("/datasets/packed")
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .PUT(BodyPublishers.ofByteArray(gzip("[[1, 2], [3, 4]]")));
        assertThat(caller.send(encoded).statusCode()).isEqualTo(201);
        HttpRequest.Builder file = caller.to("/datasets/packed").PUT(BodyPublishers.ofByteArray(gzip(FLOWERS)));
        HttpResponse<String> answer = caller.send(file);
        assertThat(Caller.json(answer).get("bytes").asInt()).isEqualTo(FLOWERS.length());

        HttpRequest.Builder plain =
                caller.to("/datasets/packed").header("Content-Encoding", "gzip").PUT(BodyPublishers.ofString(FLOWERS));
        HttpResponse<String> refused = caller.send(plain);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("is not compressed by gzip");
        HttpRequest.Builder damaged = caller.to("/datasets/packed")
                .PUT(BodyPublishers.ofByteArray(new byte[] {0x1F, (byte) 0x8B, 0, 0, 0, 0, 0, 0, 0, 0}));
        assertThat(caller.send(damaged).statusCode()).isEqualTo(422);

        HttpRequest.Builder brotli =
                caller.to("/datasets/packed").header("Content-Encoding", "br").PUT(BodyPublishers.ofString(FLOWERS));
        assertThat(caller.send(brotli).statusCode()).isEqualTo(415);
    }

    @Test
    void takesMoreJsonThanABodyMayHaveElsewhere() throws Exception {
        String row = "[%s1]".formatted("123456789, ".repeat(400));
        String rows = "[" + (row + ",\n").repeat(8_000) + row + "]";

        HttpResponse<String> answer = put("/datasets/json", rows, "application/json");

        assertThat(rows.length()).isGreaterThan(32 << 20);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(Caller.json(answer).get("rows").asInt()).isEqualTo(8_001);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[\"\\ud83d\", 1], [\"b\", 2]]",
                "[{\"x\": \"\\ud83d\", \"y\": 1}]",
                "[{\"\\ud83d\": 1, \"y\": 1}]"
            })
    void refusesHalvesOfCharacters(String json) throws Exception {
        HttpResponse<String> answer = put("/datasets/halves", json, "application/json");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("half of a character");
    }

    @Test
    void tellsEachFaultWithItsLine() throws Exception {
        HttpResponse<String> refused = put(
                "/datasets/faulty", FLOWERS + "1.5,0.3,setosa\n".repeat(8) + "tall,1.5,setosa\n1.5,0.3\n", "text/csv");

        assertThat(refused.statusCode()).isEqualTo(422);
        JsonNode problem = Caller.json(refused);
        assertThat(problem.get("type").asString()).isEqualTo("/problems/invalid-dataset");
        assertThat(problem.get("detail").asString()).isEqualTo("2 things are wrong with the file.");
        assertThat(problem.get("errors").get(0).get("pointer").asString())
                .isEqualTo("line 14, column \"petal length\"");
        assertThat(problem.get("errors").get(1).get("detail").asString())
                .isEqualTo("has 2 values, but there are 3 columns");
        assertThat(caller.get("/datasets/faulty").statusCode()).isEqualTo(404);
    }

    @Test
    void keepsWhatHadTheNameWhereLineEndsWereLost() throws Exception {
        put("/datasets/joined", FLOWERS, "text/csv");
        String joined = FLOWERS.replace("\n", "");

        HttpResponse<String> refused = put("/datasets/joined", joined, "application/x-www-form-urlencoded");
        HttpRequest.Builder training = caller.to("/train?name=joined")
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(joined));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("one line only", "curl -T", "--data-binary");
        assertThat(caller.send(training).statusCode()).isEqualTo(422);
        assertThat(Caller.json(caller.get("/datasets/joined")).get("rows").asInt())
                .isEqualTo(4);
    }

    @Test
    void warnsOfNumbersThatAreTakenForTextsAndSoDoesTheJob() throws Exception {
        String homes = "area,price\n"
                + IntStream.range(0, 20)
                        .mapToObj(i -> "%d,\"%d,500\"\n".formatted(40 + 7 * i, 100 + i))
                        .collect(Collectors.joining());

        JsonNode stored = Caller.json(put("/datasets/homes", homes, "text/csv"));
        JsonNode job = Caller.json(
                caller.post("/train?wait=60", "{\"dataset\": \"homes\", \"training\": {\"iterations\": 10}}"));

        JsonNode warning = stored.get("warnings").get(0);
        assertThat(stored.get("warnings")).hasSize(1);
        assertThat(warning.get("code").asString()).isEqualTo("numbers_as_texts");
        assertThat(warning.get("detail").asString()).contains("\"price\"", "\"100,500\" (line 2)");
        assertThat(Caller.json(caller.get("/datasets/homes")).get("warnings")).isEqualTo(stored.get("warnings"));
        assertThat(job.get("warnings").get(0)).isEqualTo(warning);
        assertThat(Caller.json(caller.get("/datasets/xor")).get("warnings")).isEmpty();
    }

    @Test
    void refusesAtOnceWhatItsLengthTells() throws Exception {
        String refused = caller.raw("PUT /datasets/huge HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n"
                + "Content-Length: 99999999999\r\nExpect: 100-continue\r\n\r\n");

        assertThat(refused).startsWith("HTTP/1.1 413").contains("4294967296", "dataset-bytes");
    }

    @Test
    void leavesNothingOfAnUploadThatBreaksOff() throws Exception {
        put("/datasets/broken", FLOWERS, "text/csv");
        int before = stored();
        byte[] rows = "1.5,2,a\n".repeat(150_000).getBytes(StandardCharsets.US_ASCII);
        try (Socket socket = new Socket("127.0.0.1", caller.port())) {
            socket.getOutputStream()
                    .write(("PUT /datasets/broken HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n"
                                    + "Content-Length: 9999999\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(rows);
            await().until(() -> stored() > before);
        }

        await().until(() -> stored() == before);
        assertThat(Caller.json(caller.get("/datasets/broken")).get("rows").asInt())
                .isEqualTo(4);
    }

    @Test
    void letsTwoUploadsOfOneNameBothBeWhole() throws Exception {
        List<CompletableFuture<Integer>> uploads = IntStream.range(0, 2)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return put("/datasets/twice", ("%d,1\n".formatted(i)).repeat(300_000), "text/csv")
                                .statusCode();
                    } catch (IOException | InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .toList();

        assertThat(uploads.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 201);
        JsonNode column =
                Caller.json(caller.get("/datasets/twice")).get("columns").get(0);
        assertThat(column.get("min")).isEqualTo(column.get("max"));
    }

    @Test
    void storesWhileAJobTrains() throws Exception {
        HttpResponse<String> job =
                caller.post("/train", "{\"training\": {\"iterations\": 100000000, \"recordEvery\": 100000}}");
        assertThat(put("/datasets/beside", "1,2\n".repeat(300_000), "text/csv").statusCode())
                .isEqualTo(201);
        assertThat(caller.post(Caller.json(job).get("links").get("self").asString() + "/cancel", "")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void listsPageByPage() throws Exception {
        put("/datasets/page-1", FLOWERS, "text/csv");
        put("/datasets/page-2", FLOWERS, "text/csv");

        JsonNode first = Caller.json(caller.get("/datasets?limit=1"));
        assertThat(first.get("items").get(0).get("name").asString()).isEqualTo("page-2");
        JsonNode second = Caller.json(caller.get(first.get("next").asString()));
        assertThat(second.get("items").get(0).get("name").asString()).isEqualTo("page-1");
    }

    @Test
    void clearsAwayAtItsStartWhatAKilledProcessLeft() {
        jdbc.sql("insert into dataset (name, status, created_at, touched_at) values ('killed', 'uploading', 0, :now)")
                .param("now", System.currentTimeMillis())
                .update();

        sweeper.sweep();
        assertThat(named("killed")).isEqualTo(1);
        sweeper.afterSingletonsInstantiated();
        assertThat(named("killed")).isZero();
    }

    private int named(String name) {
        return jdbc.sql("select count(*) from dataset where name = :name")
                .param("name", name)
                .query(Integer.class)
                .single();
    }

    private int stored() {
        return jdbc.sql("select count(*) from dataset_chunk")
                .query(Integer.class)
                .single();
    }

    private HttpResponse<String> put(String path, String body, String type) throws IOException, InterruptedException {
        return caller.send(caller.to(path).header("Content-Type", type).PUT(BodyPublishers.ofString(body)));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream output = new GZIPOutputStream(bytes)) {
            output.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
