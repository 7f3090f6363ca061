package dev.feedforward.web.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.feedforward.Caller;
import dev.feedforward.FeedforwardTest;
import dev.feedforward.memory.MemoryBudget;
import dev.feedforward.memory.MemoryBudget.Reservation;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Each of these bodies takes more than the 8 MB that there are. */
@FeedforwardTest
@TestPropertySource(properties = {"feedforward.limits.memory=4MB", "feedforward.limits.request-memory=4MB"})
class LargeBodiesTests {

    private static final String COURSE = "{\"inputs\":[[0,1,1,0]]}";

    @Autowired
    private Caller caller;

    @Autowired
    private MemoryBudget budget;

    @BeforeEach
    void train() throws Exception {
        assertThat(caller.post("/train?wait=60", "{}").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    /predict | {"inputs":[[0,1,1,0]*]} | ,[0,1,1,0] | 100000
                    /predict | {"inputs":[["a"]*]} | ,{"a":1} | 30000
                    /predict | {"inputs":[["a"]*]} | ,["a"] | 30000
                    /train | {"inputs":[[1]*]} | ,[1] | 250000
                    /train | {"answers":["a"*]} | ,"a" | 250000
                    /train | {"network":{"initialWeights":[{"biases":[1*]}]}} | ,1 | 200000
                    /train | {"unknown":{"a":[1*]}} | ,1 | 600000
                    /train | {"name":"x*"} | x | 1200000
                    /train | {"unknown":{"a":[0*]}} | ,{"b":1} | 60000
                    /train | {"seed":[0*]} | ,{"b":1} | 60000
                    """)
    void refusesWhatDoesNotFitAndGivesAllBack(String path, String body, String more, int count) throws Exception {
        assertThat(refused(path, body.replace("*", more.repeat(count))))
                .endsWith("MB of memory or more, of at most 8.")
                .startsWith("This takes ");
    }

    @Test
    void letsSmallRequestsGoOnWhereOthersHaveEverything() throws Exception {
        String many = "{\"inputs\":[[0,1,1,0]*]}".replace("*", ",[0,1,1,0]".repeat(20_000));
        try (Reservation others = budget.reserveNow(budget.bytes()).orElseThrow()) {
            assertThat(caller.post("/predict", COURSE).statusCode()).isEqualTo(200);
            HttpResponse<String> answer = caller.post("/predict", many);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(Caller.json(answer).get("detail").asString())
                    .contains("other requests and trainings have most of the 8 that there are");
        }
        assertThat(caller.post("/predict", many).statusCode()).isEqualTo(200);
    }

    private String refused(String path, String body) throws Exception {
        HttpResponse<String> answer = caller.post(path, body);
        JsonNode problem = Caller.json(answer);
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(422);
        assertThat(problem.get("type").asString()).isEqualTo("/problems/too-large-for-memory");
        await().until(() -> budget.reserved() == 0);
        assertThat(caller.post("/predict", COURSE).statusCode()).isEqualTo(200);
        return problem.get("detail").asString();
    }
}
