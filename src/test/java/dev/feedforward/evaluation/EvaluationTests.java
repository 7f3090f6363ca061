package dev.feedforward.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.feedforward.Caller;
import dev.feedforward.FeedforwardTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** How good models are, over HTTP. */
@FeedforwardTest
class EvaluationTests {

    @Autowired
    private Caller caller;

    @Test
    void measuresTheTestRowsAsTheTrainingDid() throws Exception {
        JsonNode test = train("{'name': 'evaluated'}").get("result").get("test");

        JsonNode evaluation = get("/models/evaluated/versions/1/evaluation");

        assertThat(evaluation.get("of").asString()).isEqualTo("test");
        assertThat(evaluation.get("rows").asInt()).isEqualTo(4);
        assertThat(evaluation.get("cost")).isEqualTo(test.get("cost"));
        assertThat(evaluation.get("accuracy")).isEqualTo(test.get("accuracy"));
        assertThat(evaluation.get("confusion").toString()).isEqualTo("[[2,0],[0,2]]");
        assertThat(evaluation.get("summary").asString()).isEqualTo("4 of 4 rows are answered right.");
        assertThat(get("/models/evaluated/versions/1/evaluation?rows=training")
                        .get("rows")
                        .asInt())
                .isEqualTo(5);
    }

    @Test
    void findsTheMistakesOfWhichItIsSurest() throws Exception {
        train("{'name': 'or', 'dataset': 'or', 'network': {'bias': true}}");

        JsonNode evaluation = get("/models/or/versions/1/evaluation?dataset=and");
        JsonNode mistakes = get("/models/or/versions/1/mistakes?dataset=and");

        assertThat(evaluation.get("dataset").asString()).isEqualTo("and");
        assertThat(evaluation.get("of").asString()).isEqualTo("all");
        assertThat(evaluation.get("confusion").toString()).isEqualTo("[[1,2],[0,1]]");
        assertThat(evaluation.get("summary").asString())
                .isEqualTo("2 of 4 rows are answered right; 0 is taken for 1 2 times.");
        assertThat(mistakes.get("mistakes").asInt()).isEqualTo(2);
        JsonNode first = mistakes.get("items").get(0);
        assertThat(first.get("answer").asString()).isEqualTo("1");
        assertThat(first.get("expected").asString()).isEqualTo("0");
        assertThat(first.get("row").asInt()).isIn(1, 2);
        assertThat(first.get("confidence").asDouble())
                .isEqualTo(first.get("outputs").get(0).asDouble())
                .isGreaterThanOrEqualTo(
                        mistakes.get("items").get(1).get("confidence").asDouble());
        assertThat(get("/models/or/versions/1/mistakes?dataset=and&limit=1").get("items"))
                .hasSize(1);
    }

    @Test
    void tellsOfErrorsThatNoNumberHolds() throws Exception {
        train("{'name': 'huge', 'preset': 'regressor', 'inputs': [[0,1],[1,0],[1,1],[0,0]],"
                + " 'answers': [-1e308,-1e308,-1e308,0], 'training': {'epochs': 3}}");

        JsonNode evaluation = get("/models/huge/versions/1/evaluation?rows=training");

        assertThat(evaluation.get("summary").asString())
                .startsWith("The answers are off by more than a number can tell");
    }

    @Test
    void knowsOnlyTheColumnThatTheAnswerComesFrom() throws Exception {
        upload("flowers?answers=kind&test=0.3", flowers(120, "length,weight,kind"));
        train("{'name': 'flowers', 'dataset': 'flowers', 'preset': 'classifier',"
                + " 'network': {'hidden': []}, 'training': {'epochs': 200}}");

        JsonNode importance = get("/models/flowers/versions/1/importance");
        JsonNode again = get("/models/flowers/versions/1/importance");
        JsonNode otherwise = get("/models/flowers/versions/1/importance?shuffleSeed=2");

        assertThat(importance.get("measure").asString()).isEqualTo("accuracy");
        assertThat(importance.get("score").asDouble()).isEqualTo(1.0);
        JsonNode first = importance.get("items").get(0);
        assertThat(first.get("name").asString()).isEqualTo("length");
        // Of two classes of equal size, half of the shuffled rows keep their class.
        assertThat(first.get("importance").asDouble()).isCloseTo(0.5, within(0.2));
        assertThat(importance.get("items").get(1).get("importance").asDouble()).isCloseTo(0.0, within(0.05));
        assertThat(again).isEqualTo(importance);
        assertThat(otherwise).isNotEqualTo(importance);
    }

    @Test
    void findsColumnsByNameOrElseByPlace() throws Exception {
        upload("named?answers=kind", flowers(60, "length,weight,kind"));
        train("{'name': 'named', 'dataset': 'named', 'preset': 'classifier', 'training': {'epochs': 100}}");
        upload("other-order?answers=kind", flowers(40, "weight,kind,length,more"));
        upload("other-names?answers=kind", flowers(40, "a,b,kind"));

        assertThat(get("/models/named/versions/1/evaluation?dataset=other-order")
                        .get("accuracy")
                        .asDouble())
                .isEqualTo(1.0);
        assertThat(get("/models/named/versions/1/evaluation?dataset=other-names")
                        .get("accuracy")
                        .asDouble())
                .isEqualTo(1.0);
    }

    @Test
    void recodesCategoriesByTheirNames() throws Exception {
        upload("sizes?answers=price", "colour,price\n" + "red,10\nblue,20\ngreen,30\n".repeat(30));
        upload("sizes-2?answers=price", "colour,price\n" + "green,30\nred,10\n".repeat(5));
        upload("sizes-3?answers=price", "colour,price\n" + "yellow,30\nred,10\n".repeat(5));
        train("{'name': 'sizes', 'dataset': 'sizes', 'preset': 'regressor',"
                + " 'network': {'hidden': []}, 'training': {'epochs': 500, 'learningRate': 0.02}}");

        JsonNode evaluation = get("/models/sizes/versions/1/evaluation?dataset=sizes-2");

        assertThat(evaluation.get("rmse").asDouble()).isLessThan(2.0);
        assertThat(evaluation.get("r2").asDouble()).isGreaterThan(0.95);
        assertThat(evaluation.get("summary").asString()).contains("of the variance");
        assertThat(refused("/models/sizes/versions/1/evaluation?dataset=sizes-3", 422))
                .contains("the category \"yellow\"");
        JsonNode worst = get("/models/sizes/versions/1/mistakes?dataset=sizes");
        assertThat(worst.get("mistakes").asInt()).isEqualTo(90);
        assertThat(worst.get("items").get(0).get("error").asDouble())
                .isGreaterThanOrEqualTo(worst.get("items").get(1).get("error").asDouble());
        assertThat(get("/models/sizes/versions/1/importance?dataset=sizes")
                        .get("measure")
                        .asString())
                .isEqualTo("r2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /models/dots/versions/1/evaluation                        | 409 | without rows to test with
            /models/dots/versions/1/evaluation?rows=all               | 400 | names no data set
            /models/dots/versions/1/evaluation?rows=some              | 400 | some
            /models/dots/versions/1/evaluation?noise=5                | 400 | none is named
            /models/dots/versions/1/evaluation?dataset=spirla         | 404 | Did you mean "spiral"?
            /models/dots/versions/1/evaluation?dataset=spiral         | 422 | It has 2 inputs, the model takes 4
            /models/dots/versions/1/evaluation?dataset=spiral&noise=99 | 400 | from 0 to 50
            /models/dots/versions/1/evaluation?dataset=and&rows=test  | 409 | no such rows
            /models/dots/versions/1/evaluation?format=webp            | 406 | webp
            /models/dots/versions/1/mistakes?limit=0                  | 400 | limit
            /models/dots/versions/1/mistakes?limit=1001               | 400 | limit
            /models/dots/versions/1/importance?repeats=0              | 400 | repeats
            /models/dots/versions/1/importance?repeats=101            | 400 | repeats
            /models/dots/versions/1/importance?shuffleSeed=x               | 400 | shuffleSeed
            /models/dots/versions/2/evaluation                        | 404 | version 2
            /models/dots/versions/x/evaluation                        | 400 | version
            """)
    void saysWhatIsWrongWithTheQuestion(String path, int status, String detail) throws Exception {
        if (caller.get("/models/dots").statusCode() == 404) {
            train("{'name': 'dots', 'inputs': ['0001', '0111'], 'answers': [0, 1], 'training': {'iterations': 1}}");
        }
        String asked = path.contains("rows=test") ? path.replace("dots", bits()) : path;

        assertThat(refused(asked, status)).contains(detail);
    }

    private String bits() throws Exception {
        train("{'name': 'two-bits', 'dataset': 'xor', 'training': {'iterations': 1}}");
        return "two-bits";
    }

    @Test
    void refusesClassesThatTheModelDoesNotKnow() throws Exception {
        upload("ab?answers=k", "x,k\n" + "1,a\n2,b\n".repeat(20));
        upload("abc?answers=k", "x,k\n" + "1,a\n2,b\n3,c\n4,c\n".repeat(5));
        train("{'name': 'ab', 'dataset': 'ab', 'preset': 'classifier', 'training': {'epochs': 1}}");

        assertThat(refused("/models/ab/versions/1/evaluation?dataset=abc", 422))
                .contains("10 of its rows are of classes that the model does not know: c; it knows a, b");
    }

    @Test
    void showsMistakesAndConfusionAsPictures() throws Exception {
        train("{'name': 'pixels', 'dataset': {'name': 'digits', 'samples': 200}, 'preset': 'classifier',"
                + " 'network': {'hidden': [8]}, 'training': {'epochs': 1}}");

        JsonNode mistakes = get("/models/pixels/versions/1/mistakes?limit=3");
        assertThat(mistakes.get("image").get("width").asInt()).isEqualTo(16);
        assertThat(mistakes.get("items").get(0).get("inputs")).hasSize(256);
        for (String what : new String[] {"mistakes", "evaluation", "importance"}) {
            String path = "/models/pixels/versions/1/" + what + "?format=";
            assertThat(caller.get(path + "svg").body()).startsWith("<svg").contains("pixels version 1");
            assertThat(caller.get(path + "png").headers().firstValue("Content-Type"))
                    .contains("image/png");
            assertThat(caller.get(path + "csv").body().lines().count()).isGreaterThan(1);
        }
    }

    @Test
    void saysThatTheDataSetIsGone() throws Exception {
        upload("short-lived", "1,2\n2,4\n".repeat(10));
        train("{'name': 'short-lived', 'dataset': 'short-lived', 'preset': 'regressor', 'training': {'epochs': 1}}");
        caller.delete("/datasets/short-lived");

        assertThat(refused("/models/short-lived/versions/1/evaluation?rows=training", 404))
                .contains("\"short-lived\" has been deleted");
    }

    /** Two kinds that differ by length alone. */
    private static String flowers(int rows, String header) {
        return header + "\n"
                + IntStream.range(0, rows)
                        .mapToObj(i -> java.util.Arrays.stream(header.split(",", -1))
                                .map(column -> switch (column) {
                                    case "kind" -> i % 2 == 0 ? "long" : "short";
                                    case "length", "a" ->
                                        String.format(Locale.ROOT, "%.2f", (i % 2 == 0 ? 9 : 1) + i % 7 / 10.0);
                                    default -> String.valueOf(i * 37 % 11);
                                })
                                .collect(Collectors.joining(",")))
                        .collect(Collectors.joining("\n"));
    }

    private JsonNode train(String body) throws Exception {
        return ok(caller.post("/train?wait=60", body.replace('\'', '"')));
    }

    private void upload(String path, String csv) throws Exception {
        HttpResponse<String> answer = caller.send(caller.to("/datasets/" + path)
                .header("Content-Type", "text/csv")
                .PUT(BodyPublishers.ofString(csv)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private JsonNode get(String path) throws Exception {
        return ok(caller.get(path));
    }

    private static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Caller.json(answer);
    }

    private String refused(String path, int status) throws Exception {
        HttpResponse<String> answer = caller.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return Caller.json(answer).get("detail").asString();
    }
}
