package dev.feedforward.training.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.Caller;
import dev.feedforward.FeedforwardTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@FeedforwardTest
class CostViewTests {

    @Autowired
    private Caller caller;

    @ParameterizedTest
    @CsvSource({"-1,1000,0", "0,999,10", "5,999,10", "9970,2,9980", "9989,1,9990", "9990,0,", "99999999999,0,"})
    void givesThePointsAfterAnIteration(long after, int points, Long first) throws Exception {
        JsonNode history = cost("/jobs/" + train() + "/cost?after=" + after);

        assertThat(history.get("iteration")).hasSize(points);
        assertThat(history.get("cost")).hasSize(points);
        assertThat(history.get("testCost")).hasSize(points);
        if (first != null) {
            assertThat(history.get("iteration").get(0).asLong()).isEqualTo(first);
            assertThat(history.get("iteration").get(points - 1).asLong()).isEqualTo(9990);
        }
    }

    @Test
    void thinsAndRoundsWhatIsLeft() throws Exception {
        long job = train();
        JsonNode history = cost("/cost?after=5000&points=10&decimals=2");

        assertThat(history).isEqualTo(cost("/jobs/" + job + "/cost?after=5000&points=10&decimals=2"));
        assertThat(history.get("iteration")).hasSize(10);
        assertThat(history.get("iteration").get(0).asLong()).isEqualTo(5010);
        assertThat(history.get("cost").get(0).asString()).isEqualTo("0.01");
    }

    @Test
    void leavesNothingOutAndRepeatsNothingForThoseWhoComeAgain() throws Exception {
        long job = train();
        JsonNode whole = cost("/jobs/" + job + "/cost");
        JsonNode tail =
                cost("/jobs/" + job + "/cost?after=" + whole.get("iteration").get(399));

        assertThat(tail.get("iteration").get(0))
                .isEqualTo(whole.get("iteration").get(400));
        assertThat(tail.get("cost").get(599)).isEqualTo(whole.get("cost").get(999));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "after=-2 | after must be greater than or equal to -1, but is -2.",
                "after=soon | The parameter after is \"soon\", which is not a whole number of at most"
                        + " 9223372036854775807.",
                "decimals=18 | decimals must be less than or equal to 17, but is 18.",
                "points=0 | points must be greater than or equal to 1, but is 0.",
                "points=1.5 | The parameter points is \"1.5\", which is not a whole number of at most 2147483647."
            })
    void refusesWhatCannotBe(String query, String detail) throws Exception {
        HttpResponse<String> answer = caller.get("/jobs/" + train() + "/cost?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Caller.json(answer).get("type").asString()).isEqualTo("/problems/invalid-parameter");
        assertThat(Caller.json(answer).get("detail").asString()).isEqualTo(detail);
        assertThat(Caller.json(answer).get("action").asString()).isNotBlank();
    }

    private long train() throws Exception {
        return Caller.json(caller.post("/train?wait=60", "{}")).get("id").asLong();
    }

    private JsonNode cost(String path) throws Exception {
        HttpResponse<String> answer = caller.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Caller.json(answer);
    }
}
