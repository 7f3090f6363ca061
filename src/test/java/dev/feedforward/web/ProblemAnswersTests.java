package dev.feedforward.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.Caller;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
class ProblemAnswersTests {

    @Autowired
    private Caller caller;

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "text/html", "image/png", "application/xml", "nonsense"})
    void answersProblemWhateverIsAccepted(String accept) throws Exception {
        HttpResponse<String> answer = caller.send(caller.to("/nowhere").header("Accept", accept));
        JsonNode problem = problem(answer, 404, "not-found");
        assertThat(problem.get("detail").stringValue()).isEqualTo("There is nothing at /nowhere.");
        assertThat(problem.get("instance").stringValue()).isEqualTo("/nowhere");
        assertThat(problem.get("status").intValue()).isEqualTo(404);
    }

    @Test
    void namesAllowedMethodsWhenMethodIsWrong() throws Exception {
        HttpResponse<String> answer = caller.get("/sample");
        JsonNode problem = problem(answer, 405, "method-not-allowed");
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
        assertThat(problem.get("detail").stringValue()).isEqualTo("/sample takes POST, not GET.");
        assertThat(problem.get("action").stringValue())
                .isEqualTo("Use POST: curl -X POST http://localhost:%d/sample", caller.port());
    }

    @Test
    void listsPossibleTypesWhenNoneIsAccepted() throws Exception {
        HttpResponse<String> answer =
                caller.send(caller.to("/sample/1?flavour=plain").header("Accept", "image/png"));
        assertThat(problem(answer, 406, "not-acceptable").get("detail").stringValue())
                .isEqualTo("The answer cannot be written as image/png; it can be application/json.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/problem+json", "application/vnd.mine+json", "application/problem+json, text/html"})
    void writesNoAnswerAsSomethingThatIsMerelyBuiltLikeJson(String accept) throws Exception {
        HttpResponse<String> answer = caller.send(caller.to("/numbers").header("Accept", accept));
        assertThat(problem(answer, 406, "not-acceptable").get("detail").stringValue())
                .isEqualTo("The answer cannot be written as %s; it can be application/json.", accept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "a/b;q=7", "*/json"})
    void saysHowToWriteTheHeaderThatIsNoListOfTypes(String accept) throws Exception {
        HttpResponse<String> answer = caller.send(caller.to("/numbers").header("Accept", accept));
        JsonNode problem = problem(answer, 406, "not-acceptable");
        assertThat(problem.get("detail").stringValue())
                .isEqualTo("The header Accept is \"%s\", which is no list of media types.", accept);
        assertThat(problem.get("action").stringValue()).endsWith("write it as in Accept: application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/numbers", "/nowhere"})
    void logsNothingOfHeadersThatAreWrong(String path, CapturedOutput output) throws Exception {
        caller.send(caller.to(path).header("Accept", "nonsense"));
        assertThat(output).doesNotContain("WARN", "ERROR", "nonsense");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATCH /sample", "PROPFIND /sample", "GET /sample", "GET /js/%2e%2e/x", "GET /js/..%5cx"})
    void logsNothingOfMethodsAndPathsThatAreWrong(String call, CapturedOutput output) throws Exception {
        assertThat(caller.raw(call + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 4");
        assertThat(output).doesNotContain("WARN", "ERROR");
    }

    @Test
    void showsJsonFormOfTheCallWhenFormIsSent() throws Exception {
        HttpResponse<String> answer = caller.send(form("/sample?wait=1", "{}"));
        assertThat(problem(answer, 415, "unsupported-media-type").get("action").stringValue())
                .isEqualTo("Send it as JSON: curl --json '{…}' 'http://localhost:%d/sample?wait=1'", caller.port());
    }

    @Test
    void takesEmptyFormForNoBody() throws Exception {
        HttpResponse<String> answer = caller.send(form("/sample", ""));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("none");
    }

    @Test
    void showsTypeThatIsReadWhenItIsNotJson() throws Exception {
        HttpResponse<String> answer = caller.send(
                caller.to("/sample/csv").header("Content-Type", "text/plain").PUT(BodyPublishers.ofString("a,b")));
        assertThat(problem(answer, 415, "unsupported-media-type").get("action").stringValue())
                .contains("-X PUT -H 'Content-Type: text/csv' --data-binary @FILE");
    }

    @Test
    void saysThatBodyIsNeededWhenThereIsNone() throws Exception {
        HttpResponse<String> answer = caller.post("/sample/needed", "");
        assertThat(problem(answer, 400, "malformed-json").get("detail").stringValue())
                .isEqualTo("There is no body, but one is needed.");
    }

    @Test
    void tellsValueOfParameterThatIsNotOfItsType() throws Exception {
        HttpResponse<String> answer = caller.get("/sample/one?flavour=plain");
        assertThat(problem(answer, 400, "invalid-parameter").get("detail").stringValue())
                .isEqualTo("The parameter number is \"one\", which is not a whole number of at most 2147483647.");
    }

    @Test
    void listsNamesWhenParameterIsNoneOfThem() throws Exception {
        assertThat(caller.get("/sample/1?flavour=deep_blue").statusCode()).isEqualTo(200);
        HttpResponse<String> answer = caller.get("/sample/1?flavour=deep_bleu");
        assertThat(problem(answer, 400, "invalid-parameter").get("detail").stringValue())
                .isEqualTo("The parameter flavour is \"deep_bleu\", which is not one of plain, deep_blue.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sample/1?flavour=deep_bleu&flavour=sour",
                "/bounded?points=few&points=many",
                "/bounded?points=5000&points=6000"
            })
    void tellsTheTextOfParameterThatIsGivenTwice(String path) throws Exception {
        assertThat(problem(caller.get(path), 400, "invalid-parameter")
                        .get("detail")
                        .stringValue())
                .doesNotContain("[L", "@");
    }

    @Test
    void namesParameterThatIsMissing() throws Exception {
        assertThat(problem(caller.get("/sample/1"), 400, "invalid-parameter")
                        .get("detail")
                        .stringValue())
                .contains("flavour");
    }

    @Test
    void tellsValueOfParameterBeyondItsBounds() throws Exception {
        assertThat(problem(caller.get("/bounded?points=5000"), 400, "invalid-parameter")
                        .get("detail")
                        .stringValue())
                .isEqualTo("points must be less than or equal to 1000, but is 5000.");
    }

    @Test
    void speaksEnglishWhateverLanguageIsAccepted() throws Exception {
        HttpResponse<String> answer =
                caller.send(caller.to("/bounded?points=5000").header("Accept-Language", "de"));
        assertThat(answer.body()).contains("must be less than or equal to 1000");
    }

    @Test
    void refusesBodyOfForeignTypeThatIsNotJson() throws Exception {
        problem(caller.post("/sample/map", "{"), 400, "malformed-json");
    }

    @Test
    void answersUnavailableWhenAnswerIsLate() throws Exception {
        problem(caller.get("/late"), 503, "unavailable");
    }

    @Test
    void answersIncidentWithoutStackWhenServiceFails(CapturedOutput log) throws Exception {
        HttpResponse<String> answer = caller.get("/broken");
        String detail = problem(answer, 500, "internal-error").get("detail").stringValue();
        assertThat(detail).matches("Incident [0-9a-f]{8}\\.");
        assertThat(answer.body()).doesNotContain("secret").doesNotContain("Exception");
        assertThat(log).contains(detail.substring(0, 17), "GET /broken", "a secret");
    }

    @Test
    void saysWhenToTryAgain() throws Exception {
        HttpResponse<String> answer = caller.get("/full");
        assertThat(problem(answer, 429, "queue-full").get("action").stringValue())
                .isEqualTo("Wait.");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("3");
    }

    @Test
    void answersInTheProtocolsOwnShapeUnderV2() throws Exception {
        HttpResponse<String> answer = caller.get("/v2/nowhere");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Caller.json(answer).get("error").stringValue()).startsWith("There is nothing at /v2/nowhere.");
    }

    @Test
    void hidesErrorPathFromCallers() throws Exception {
        problem(caller.get("/error"), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//", "//sample", "/sample;a=b/x", "/sample/../x", "/x/%20", "/sample/1?flavour=%zz"})
    void answersOddPathsWithProblems(String path) throws Exception {
        String answer = caller.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 4").contains("application/problem+json");
    }

    private HttpRequest.Builder form(String path, String body) {
        return caller.to(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    private static JsonNode problem(HttpResponse<String> answer, int status, String slug) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        JsonNode problem = Caller.json(answer);
        assertThat(problem.get("type").stringValue()).isEqualTo("/problems/" + slug);
        assertThat(problem.get("title").stringValue()).isNotBlank();
        assertThat(problem.get("action").stringValue()).isNotBlank();
        return problem;
    }

    @Test
    void answersProblemForWhatTheActuatorDoesNotKnow() throws Exception {
        for (String path : new String[] {"/actuator/metrics/none", "/actuator/health/none", "/actuator/none"}) {
            HttpResponse<String> answer = caller.get(path);

            assertThat(answer.statusCode()).describedAs(path).isEqualTo(404);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(Caller.json(answer).get("type").asString()).isEqualTo("/problems/not-found");
        }
    }
}
