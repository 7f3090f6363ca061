package dev.feedforward.training.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.Caller;
import dev.feedforward.FeedforwardTest;
import dev.feedforward.training.TrainingCalls;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Jobs side by side, over HTTP. */
@FeedforwardTest
class CompareTests extends TrainingCalls {

    @Test
    void showsCurvesAndTheSettingsThatDiffer() throws Exception {
        long slow = id("{'name': 'slow', 'training': {'iterations': 100, 'recordEvery': 50, 'learningRate': 0.5}}");
        long fast = id("{'name': 'fast', 'training': {'iterations': 60, 'recordEvery': 20, 'optimizer': 'adam'}}");

        JsonNode compared = get("/compare?jobs=%d,%d".formatted(slow, fast));

        assertThat(compared.get("iteration").toString()).isEqualTo("[0,20,40,50]");
        JsonNode first = compared.get("items").get(0);
        assertThat(first.get("job").asLong()).isEqualTo(slow);
        assertThat(first.get("settings").get("learningRate").asDouble()).isEqualTo(0.5);
        assertThat(first.get("settings").get("optimizer").asString()).isEqualTo("sgd");
        assertThat(first.get("settings").has("seed")).isFalse();
        assertThat(first.get("result").get("cost").asDouble()).isPositive();
        assertThat(first.get("values").get(1).isNull()).isTrue();
        assertThat(first.get("values").get(0))
                .isEqualTo(get("/jobs/" + slow + "/cost").get("cost").get(0));
        assertThat(compared.get("items").get(1).get("settings").get("optimizer").asString())
                .isEqualTo("adam");
        JsonNode tests = get("/compare?jobs=%d,%d&measure=test_cost&points=2".formatted(slow, fast));
        assertThat(tests.get("iteration")).hasSize(2);
        assertThat(tests.get("items").get(0).get("values").get(0))
                .isEqualTo(get("/jobs/" + slow + "/cost").get("testCost").get(0));
    }

    @Test
    void isATableAPictureAndALineOfText() throws Exception {
        long one = id("{'training': {'iterations': 20}}");
        long two = id("{'training': {'iterations': 20, 'seed': 2}}");
        String path = "/compare?jobs=%d,%d,%d&format=".formatted(one, two, one);

        assertThat(caller.get(path + "csv").body()).startsWith("iteration,job%d,job%d\n0,".formatted(one, two));
        assertThat(caller.get(path + "svg").body()).contains("Comparison of 2 jobs", "seed 1", "seed 2");
        assertThat(caller.get(path + "txt").body()).contains("job %d: seed 2".formatted(two));
        assertThat(caller.get(path + "png").headers().firstValue("Content-Type"))
                .contains("image/png");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /compare                          | 400 | jobs
            /compare?jobs=                    | 400 | names 0 jobs
            /compare?jobs=1,x                 | 400 | x
            /compare?jobs=,                   | 400 | jobs must be a job's number, but is empty
            /compare?jobs=1,,2                | 400 | jobs must be a job's number, but is empty
            /compare?jobs=999999              | 404 | There is no job 999999
            /compare?jobs=-1                  | 404 | -1
            /compare?jobs=1&measure=costs     | 400 | measure
            /compare?jobs=1&points=0          | 400 | points
            /compare?jobs=1&format=webp       | 406 | webp
            """)
    void saysWhatIsWrong(String path, int status, String detail) throws Exception {
        HttpResponse<String> answer = caller.get(path);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Caller.json(answer).get("detail").asString()).contains(detail);
    }

    @Test
    void comparesNoMoreThanCanBeToldApart() throws Exception {
        String many = LongStream.rangeClosed(1, 21).mapToObj(Long::toString).collect(Collectors.joining(","));

        HttpResponse<String> answer = caller.get("/compare?jobs=" + many);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Caller.json(answer).get("detail").asString()).contains("names 21 jobs");
    }

    private long id(String body) throws Exception {
        return train(body).get("id").asLong();
    }
}
